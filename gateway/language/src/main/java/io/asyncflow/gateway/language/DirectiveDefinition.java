package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directive as a schema defines it. */
public record DirectiveDefinition(
        @Nullable String description,
        String name,
        List<InputValueDefinition> arguments,
        boolean repeatable,
        List<String> locations,
        Position position)
        implements Definition {
    public DirectiveDefinition {
        arguments = List.copyOf(arguments);
        locations = List.copyOf(locations);
    }
}
