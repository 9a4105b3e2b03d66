package io.asyncflow.gateway.planner.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which fragments lead to which. */
final class FragmentSpreads {

    private FragmentSpreads() {}

    /** The fragments that these lead to, directly or through others, themselves included. */
    static Set<String> reachable(Set<String> start, Map<String, Walk> fragments, Meter meter) {
        if (start.isEmpty()) {
            return Set.of();
        }
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            meter.visit();
            String name = open.pop();
            Walk fragment = fragments.get(name);
            if (fragment != null && reached.add(name)) {
                open.addAll(fragment.spreads());
            }
        }
        return reached;
    }

    /** Reports the fragments that lead to themselves, and so would never end. */
    static void endless(Map<String, Walk> fragments, Meter meter, Consumer<String> report) {
        Map<String, Set<String>> down = new LinkedHashMap<>();
        Map<String, Set<String>> up = new LinkedHashMap<>();
        fragments.keySet().forEach(name -> up.put(name, new LinkedHashSet<>()));
        fragments.forEach((name, walk) -> {
            Set<String> known = new LinkedHashSet<>(walk.spreads());
            known.retainAll(fragments.keySet());
            known.forEach(spread -> up.getOrDefault(spread, known).add(name));
            down.put(name, known);
        });
        trim(down, up);
        trim(up, down);
        for (String name : down.keySet()) {
            Walk walk = fragments.get(name);
            if (walk != null && reachable(walk.spreads(), fragments, meter).contains(name)) {
                report.accept(name);
            }
        }
    }

    /** Takes away those from which the arrows lead nowhere, again and again. */
    private static void trim(Map<String, Set<String>> arrows, Map<String, Set<String>> back) {
        Deque<String> ends = new ArrayDeque<>();
        arrows.forEach((name, targets) -> {
            if (targets.isEmpty()) {
                ends.add(name);
            }
        });
        while (!ends.isEmpty()) {
            String end = ends.pop();
            arrows.remove(end);
            Set<String> sources = back.remove(end);
            for (String source : sources == null ? Set.<String>of() : sources) {
                Set<String> targets = arrows.get(source);
                if (targets != null && targets.remove(end) && targets.isEmpty()) {
                    ends.add(source);
                }
            }
        }
    }
}
