package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;

/** ROOT_QUERY_USED and its like: only the root itself has the name that the supergraph gives it. */
public final class RootTypeUsed implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.header().roots().forEach((operation, name) -> {
            TypeDefinition root = draft.types().get(name);
            TypeDefinition other = draft.types().get(operation.rootName());
            if (root != null && other != null && other != root) {
                reporter.report(
                        code(operation),
                        "\"%s\" is not the %s type here, \"%s\" is; rename \"%s\", as the supergraph needs that name for its root."
                                .formatted(operation.rootName(), operation.keyword(), name, operation.rootName()),
                        root,
                        other);
            }
        });
    }

    private static ErrorCode code(OperationType operation) {
        return switch (operation) {
            case QUERY -> ErrorCode.ROOT_QUERY_USED;
            case MUTATION -> ErrorCode.ROOT_MUTATION_USED;
            case SUBSCRIPTION -> ErrorCode.ROOT_SUBSCRIPTION_USED;
        };
    }
}
