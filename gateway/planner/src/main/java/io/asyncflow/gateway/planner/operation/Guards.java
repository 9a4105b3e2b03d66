package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code @skip}, {@code @include} and {@code @defer}. */
final class Guards {

    private final Predicate<String> defers;
    private int deferrals;

    Guards(Predicate<String> defers) {
        this.defers = defers;
    }

    /** The guard of what carries the directives; null where it is never asked for. */
    @Nullable
    Guard narrowed(Guard around, List<Directive> directives) {
        Guard guard = around;
        for (Directive directive : directives) {
            switch (directive.name()) {
                case "include" -> guard = conditional(guard, directive, true);
                case "skip" -> guard = conditional(guard, directive, false);
                case "defer" -> guard = deferred(guard, directive);
                default -> {}
            }
            if (guard == null) {
                return null;
            }
        }
        return guard;
    }

    private static @Nullable Guard conditional(Guard guard, Directive directive, boolean expected) {
        return switch (directive.argument("if")) {
            case Value.BooleanValue(boolean value) -> value == expected ? guard : null;
            case Value.VariableValue(String name) -> guard.and(new Condition(name, expected));
            case null, default -> guard;
        };
    }

    static boolean isCondition(Directive directive) {
        return directive.name().equals("skip") || directive.name().equals("include");
    }

    /** Whether it is a {@code @defer} that is on. */
    boolean defers(Directive directive) {
        return directive.name().equals("defer")
                && switch (directive.argument("if")) {
                    case Value.BooleanValue(boolean value) -> value;
                    case Value.VariableValue(String name) -> defers.test(name);
                    case null, default -> true;
                };
    }

    private Guard deferred(Guard guard, Directive directive) {
        if (!defers(directive)) {
            return guard;
        }
        String label = directive.argument("label") instanceof Value.StringValue(String text) ? text : null;
        return guard.deferred(new Deferral(++deferrals, label, guard.deferral()));
    }
}
