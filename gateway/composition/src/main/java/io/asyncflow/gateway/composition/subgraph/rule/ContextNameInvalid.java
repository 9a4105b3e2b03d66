package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.regex.Pattern;

/** CONTEXT_NAME_INVALID: names of contexts are plain, as the supergraph prefixes them. */
final class ContextNameInvalid implements FederationRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied context : facts.applications(Federation.CONTEXT)) {
            if (context.directive().argument("name") instanceof StringValue(String name)
                    && !NAME.matcher(name).matches()) {
                reporter.report(
                        ErrorCode.CONTEXT_NAME_INVALID,
                        "\"%s\" cannot name a context; use a letter, and then letters and digits only.".formatted(name),
                        context.directive());
            }
        }
    }
}
