package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is asked under one key of values of one type. */
final class Asked implements Level.Entry {

    private final String key;
    private final Field definition;
    private final List<Asking> askings = new ArrayList<>(1);
    private @Nullable List<Group> groups;

    Asked(String key, Field definition) {
        this.key = key;
        this.definition = definition;
    }

    /** A field as the document has it. */
    record Asking(Selection.Field field, Guard guard) {}

    /** What becomes one field. */
    record Group(Guard guard, List<Asking> askings) {}

    String key() {
        return key;
    }

    Field definition() {
        return definition;
    }

    List<Asking> askings() {
        return askings;
    }

    /** Of all that is asked, one group alone. */
    Asked only(Group group) {
        Asked asked = new Asked(key, definition);
        asked.askings.addAll(group.askings());
        asked.groups = List.of(group);
        return asked;
    }

    void add(Selection.Field field, Guard guard) {
        askings.add(new Asking(field, guard));
    }

    /** One for each guard, but what is also asked with less in its way goes along with that. */
    List<Group> groups() {
        if (groups == null) {
            groups = differs() ? merged() : List.of(new Group(askings.getFirst().guard(), askings));
        }
        return groups;
    }

    /** Whether it is a leaf that brings nothing new: the answer has it already for all values. */
    boolean isIn(@Nullable Asked ofAll) {
        if (ofAll == null || ofAll.groups == null || ofAll.groups.size() > 1) {
            return false;
        }
        Guard known = ofAll.groups.getFirst().guard();
        return askings.getFirst().field().selections().isEmpty()
                && definition.type().equals(ofAll.definition.type())
                && askings.stream().allMatch(asking -> known.holdsWith(asking.guard()));
    }

    private boolean differs() {
        Guard first = askings.getFirst().guard();
        for (Asking asking : askings) {
            if (!asking.guard().equals(first)) {
                return true;
            }
        }
        return false;
    }

    private List<Group> merged() {
        Map<Guard, Guard> into = new HashMap<>();
        askings.forEach(asking -> into.put(asking.guard(), asking.guard()));
        into.replaceAll((guard, _) -> weakest(guard, into));
        Map<Guard, Group> groups = new LinkedHashMap<>();
        for (Asking asking : askings) {
            Guard guard = into.getOrDefault(asking.guard(), asking.guard());
            groups.computeIfAbsent(guard, each -> new Group(each, new ArrayList<>()))
                    .askings()
                    .add(asking);
        }
        return List.copyOf(groups.values());
    }

    /** Of those at hand that hold whenever the guard does, none of which another of them replaces. */
    private static Guard weakest(Guard guard, Map<Guard, Guard> known) {
        Guard unconditional = atMost(guard.unconditional(), guard.deferral(), known);
        Guard weakest = unconditional == null ? atMost(guard, guard.deferral(), known) : unconditional;
        return weakest == null ? guard : weakest;
    }

    /** The one that is known with the outermost of the deferrals around. */
    private static @Nullable Guard atMost(Guard guard, @Nullable Deferral deferral, Map<Guard, Guard> known) {
        if (deferral != null) {
            Guard outer = atMost(guard, deferral.parent(), known);
            if (outer != null) {
                return outer;
            }
        }
        Guard candidate = guard.deferred(deferral);
        return known.containsKey(candidate) ? candidate : null;
    }
}
