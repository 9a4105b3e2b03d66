package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.VariableDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One valid operation in the form that is planned: fragments and conditions are spread out, what asks for the same is
 * merged, literals are variables.
 *
 * @param variables those in use, the client's first, then those that {@code literals} tells the values of
 * @param directives what the client wrote at the operation itself
 * @param order of the answer's keys
 * @param literals the values of variables that stand for literals of the client's text
 */
public record Operation(
        OperationType type,
        @Nullable String name,
        List<VariableDefinition> variables,
        List<Directive> directives,
        SelectionSet selections,
        KeyOrder order,
        Map<String, Value> literals) {

    public Operation {
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        literals = Ordered.copyOf(literals);
    }

    /**
     * The operation as GraphQL, each field with its conditions and its deferral as directives, but without the values of
     * {@link #literals}.
     */
    public String text() {
        return Texts.of(this);
    }

    /** Operations of the same have the same plan. */
    public String planKey() {
        return order.equals(KeyOrder.PLANNED) ? text() : text() + '\n' + order.text();
    }
}
