package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query, mutation or subscription. */
public record OperationDefinition(
        OperationType type,
        @Nullable String name,
        List<VariableDefinition> variables,
        List<Directive> directives,
        List<Selection> selections,
        Position position)
        implements Definition {
    public OperationDefinition {
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        selections = List.copyOf(selections);
    }
}
