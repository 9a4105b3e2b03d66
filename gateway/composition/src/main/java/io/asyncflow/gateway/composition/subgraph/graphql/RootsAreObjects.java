package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;

/** A root type is an object type that the schema defines. */
final class RootsAreObjects implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.header().roots().forEach((operation, name) -> {
            TypeDefinition type = draft.types().get(name);
            String problem = type == null ? "does not define" : "defines, but not as an object type";
            if (!(type instanceof ObjectDefinition)) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "The schema names \"%s\" as its %s type, which it %s; name an object type."
                                .formatted(name, operation.keyword(), problem),
                        draft.header().schema());
            }
        });
    }
}
