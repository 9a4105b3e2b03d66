package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.language.OperationDefinition;
import java.util.List;

/**
 * What is sent to a subgraph.
 *
 * @param operation the operation, which declares the variables that are sent
 * @param document its text
 * @param variables those of the client's operation that are passed on; the others are representations and contexts
 */
public record Request(OperationDefinition operation, String document, List<String> variables) {

    public Request {
        variables = List.copyOf(variables);
    }
}
