package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Introspection does not go round in circles: each list of types' parts in such a list makes the answer larger by as much
 * as the schema has. As many in each other are allowed as by the rule {@code MaxIntrospectionDepthRule} of graphql-js.
 */
final class IntrospectionDepth {

    private static final int MOST = 2;

    private static final String MESSAGE = "Introspection nests more than " + MOST
            + " lists of fields, interfaces, possibleTypes or inputFields in each other. Ask for single types by name.";

    private static final Set<String> LISTS = Set.of("fields", "interfaces", "possibleTypes", "inputFields");

    private final Map<String, FragmentDefinition> fragments;
    private final Meter meter;
    private final Map<String, Integer> known = new HashMap<>();

    /**
     * @param fragments of which none spreads itself
     */
    IntrospectionDepth(Map<String, FragmentDefinition> fragments, Meter meter) {
        this.fragments = fragments;
        this.meter = meter;
    }

    /**
     * @param root {@code __schema} or {@code __type}
     */
    void check(Selection.Field root) {
        if (lists(root.selections()) > MOST) {
            throw new Refusal(new Problem(Problem.TOO_LARGE, MESSAGE, List.of(root.position())));
        }
    }

    /** How many lists are in each other. */
    private int lists(List<Selection> selections) {
        meter.enterFragment();
        int most = 0;
        for (Selection selection : selections) {
            most = Math.max(most, lists(selection));
        }
        meter.leaveFragment();
        return most;
    }

    private int lists(Selection selection) {
        return switch (selection) {
            case Selection.Field field -> lists(field.selections()) + (LISTS.contains(field.name()) ? 1 : 0);
            case Selection.InlineFragment fragment -> lists(fragment.selections());
            case Selection.FragmentSpread spread -> spread(spread.name());
        };
    }

    private int spread(String name) {
        FragmentDefinition fragment = fragments.get(name);
        Integer before = known.get(name);
        if (fragment == null || before != null) {
            return before == null ? 0 : before;
        }
        int lists = lists(fragment.selections());
        known.put(name, lists);
        return lists;
    }
}
