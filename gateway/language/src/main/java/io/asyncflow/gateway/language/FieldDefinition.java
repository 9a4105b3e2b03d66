package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of an object or interface type. */
public record FieldDefinition(
        @Nullable String description,
        String name,
        List<InputValueDefinition> arguments,
        TypeRef type,
        List<Directive> directives,
        Position position)
        implements Node {
    public FieldDefinition {
        arguments = List.copyOf(arguments);
        directives = List.copyOf(directives);
    }
}
