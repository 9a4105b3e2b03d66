package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An argument, or a field of an input type. */
public record InputValueDefinition(
        @Nullable String description,
        String name,
        TypeRef type,
        @Nullable Value defaultValue,
        List<Directive> directives,
        Position position)
        implements Node {
    public InputValueDefinition {
        directives = List.copyOf(directives);
    }
}
