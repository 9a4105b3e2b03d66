package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import java.util.List;

/** {@code @defer} stands where a later answer makes sense: not at the root of a mutation, and not in a subscription. */
final class Deferrals {

    private final Walk walk;

    Deferrals(Walk walk) {
        this.walk = walk;
    }

    /** The directives of a fragment on the type. */
    void check(List<Directive> directives, String type) {
        for (Directive directive : directives) {
            if (directive.name().equals("defer")) {
                notOnRoot(directive, type, OperationType.MUTATION);
                notOnRoot(directive, type, OperationType.SUBSCRIPTION);
            }
        }
    }

    private void notOnRoot(Directive directive, String type, OperationType operation) {
        if (type.equals(walk.api().roots().get(operation))) {
            walk.wrong(
                    directive.position(),
                    "The root fields of a " + operation.keyword() + " cannot be deferred; put @defer further down.");
        }
    }

    /** What the operation and its fragments select. */
    void checkSubscription(OperationDefinition operation, Iterable<String> fragments, Meter meter) {
        check(operation.selections(), meter);
        for (String name : fragments) {
            FragmentDefinition fragment = walk.fragments().get(name);
            if (fragment != null) {
                check(fragment.selections(), meter);
            }
        }
    }

    private void check(List<Selection> selections, Meter meter) {
        for (Selection selection : selections) {
            meter.visit();
            for (Directive directive : selection.directives()) {
                if (directive.name().equals("defer") && mayBeOn(directive)) {
                    walk.wrong(
                            directive.position(),
                            "Nothing can be deferred in a subscription; leave @defer out, or give it if: false.");
                }
            }
            switch (selection) {
                case Selection.Field field -> check(field.selections(), meter);
                case Selection.InlineFragment fragment -> check(fragment.selections(), meter);
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    /** A variable has its answer only when the operation runs, which then goes on without deferring. */
    private static boolean mayBeOn(Directive directive) {
        return switch (directive.argument("if")) {
            case Value.BooleanValue(boolean value) -> value;
            case Value.VariableValue _ -> false;
            case null, default -> true;
        };
    }
}
