package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Selection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A subscription has one root field, always, and that is none of introspection. */
final class SubscriptionRoot {

    private final Walk walk;
    private final Meter meter;
    private final Map<String, Selection.Field> fields = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();

    private SubscriptionRoot(Walk walk, Meter meter) {
        this.walk = walk;
        this.meter = meter;
    }

    static void check(OperationDefinition operation, Walk walk, Meter meter) {
        SubscriptionRoot root = new SubscriptionRoot(walk, meter);
        root.collect(operation.selections());
        root.fields.values().stream()
                .skip(1)
                .findFirst()
                .ifPresent(second -> walk.wrong(
                        second.position(),
                        "A subscription has one root field; ask for this one in another subscription."));
        for (Selection.Field field : root.fields.values()) {
            if (field.name().startsWith("__")) {
                walk.wrong(field.position(), "A subscription cannot have " + field.name() + " at its root.");
            }
        }
    }

    private void collect(List<Selection> selections) {
        for (Selection selection : selections) {
            meter.visit();
            unconditional(selection);
            switch (selection) {
                case Selection.Field field -> fields.putIfAbsent(field.responseName(), field);
                case Selection.InlineFragment fragment -> nested(fragment.selections());
                case Selection.FragmentSpread spread -> spread(spread);
            }
        }
    }

    private void spread(Selection.FragmentSpread spread) {
        FragmentDefinition fragment = walk.fragments().get(spread.name());
        if (fragment != null && visited.add(spread.name())) {
            nested(fragment.selections());
        }
    }

    private void nested(List<Selection> selections) {
        meter.enterFragment();
        collect(selections);
        meter.leaveFragment();
    }

    private void unconditional(Selection selection) {
        for (Directive directive : selection.directives()) {
            if (directive.name().equals("skip") || directive.name().equals("include")) {
                walk.wrong(
                        directive.position(),
                        "The root field of a subscription cannot depend on @" + directive.name() + ".");
            }
        }
    }
}
