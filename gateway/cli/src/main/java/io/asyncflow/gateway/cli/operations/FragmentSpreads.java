package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.language.FragmentDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fragments lead to which. */
final class FragmentSpreads {

    private FragmentSpreads() {}

    /** An operation with all fragments that it spreads, directly or through others. */
    static List<Walk> reachable(Walk operation, Map<String, Walk> fragments) {
        var reached = new ArrayList<>(List.of(operation));
        reachable(operation.spreads(), fragments).forEach(name -> {
            Walk fragment = fragments.get(name);
            if (fragment != null) {
                reached.add(fragment);
            }
        });
        return reached;
    }

    /** A fragment that leads to itself would never end. */
    static List<OperationError> cycles(Map<String, FragmentDefinition> fragments, Map<String, Walk> walked) {
        var errors = new ArrayList<OperationError>();
        walked.forEach((name, walk) -> {
            FragmentDefinition fragment = fragments.get(name);
            if (fragment != null && reachable(walk.spreads(), walked).contains(name)) {
                errors.add(new OperationError(fragment.position(), "The fragment " + name + " spreads itself."));
            }
        });
        return errors;
    }

    private static Set<String> reachable(Set<String> start, Map<String, Walk> fragments) {
        var reached = new LinkedHashSet<String>();
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String name = open.pop();
            Walk fragment = fragments.get(name);
            if (reached.add(name) && fragment != null) {
                open.addAll(fragment.spreads());
            }
        }
        return reached;
    }
}
