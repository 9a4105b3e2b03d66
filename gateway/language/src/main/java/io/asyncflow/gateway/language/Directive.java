package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directive where it is applied. */
public record Directive(String name, List<Argument> arguments, Position position) implements Node {
    public Directive {
        arguments = List.copyOf(arguments);
    }

    /** The value of the argument, or null where it is left out. */
    public @Nullable Value argument(String name) {
        for (Argument argument : arguments) {
            if (argument.name().equals(name)) {
                return argument.value();
            }
        }
        return null;
    }
}
