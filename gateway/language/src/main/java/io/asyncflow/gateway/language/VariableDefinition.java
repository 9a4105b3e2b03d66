package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variable an operation declares. */
public record VariableDefinition(
        String name, TypeRef type, @Nullable Value defaultValue, List<Directive> directives, Position position)
        implements Node {
    public VariableDefinition {
        directives = List.copyOf(directives);
    }
}
