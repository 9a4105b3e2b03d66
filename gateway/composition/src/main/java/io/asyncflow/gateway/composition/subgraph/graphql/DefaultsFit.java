package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.composition.subgraph.draft.Values;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;

/** A default value is one that its argument or input field can take. */
final class DefaultsFit implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        Values values = new Values(draft);
        Inputs.each(draft, (coordinate, input) -> {
            Value value = input.defaultValue();
            if (value != null && !values.fits(value, input.type())) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"%s\" is of type %s, which its default %s does not fit; change one of them."
                                .formatted(coordinate, input.type(), Printer.print(value)),
                        input);
            }
        });
    }
}
