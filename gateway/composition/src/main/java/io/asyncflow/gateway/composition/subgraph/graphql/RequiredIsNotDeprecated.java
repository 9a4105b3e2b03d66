package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;

/** What callers must give cannot be deprecated: they could not stop giving it. */
final class RequiredIsNotDeprecated implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        Inputs.each(draft, (coordinate, input) -> {
            boolean required = input.type().isNonNull() && input.defaultValue() == null;
            if (required && Draft.has(input.directives(), "deprecated")) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"%s\" is required and so cannot be @deprecated; make it nullable or give it a default."
                                .formatted(coordinate),
                        input);
            }
        });
    }
}
