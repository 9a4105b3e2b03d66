package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.Ordered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One time that a program runs.
 *
 * @param variables the values of the operation's variables, those that stand for its literals included
 * @param introspection the values of the root's fields that the gateway itself answers, by their keys
 * @param plan told in the answer's extensions, with the time that each fetch took; null where nobody asks
 */
public record Run(
        Map<String, Json> variables,
        Map<String, Json> introspection,
        Caller caller,
        @Nullable Json plan) {

    private static final Json TRUE = Json.of("true");

    public Run {
        variables = Ordered.copyOf(variables);
        introspection = Ordered.copyOf(introspection);
    }

    boolean isTrue(String variable) {
        return TRUE.equals(variables.get(variable));
    }
}
