package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;

/** Exactly one field of a {@code @oneOf} input is given, so none can be required or have a default. */
final class OneOfFieldsAreOptional implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        for (TypeDefinition type : draft.types().values()) {
            if (type instanceof InputDefinition input && Draft.has(type.directives(), "oneOf")) {
                input.fields().forEach(field -> check(input, field, reporter));
            }
        }
    }

    private static void check(InputDefinition type, InputValueDefinition field, Reporter reporter) {
        if (field.type().isNonNull() || field.defaultValue() != null) {
            reporter.report(
                    ErrorCode.INVALID_GRAPHQL,
                    "\"%s.%s\" is a field of a @oneOf input; make it nullable and remove its default, if it has one."
                            .formatted(type.name(), field.name()),
                    field);
        }
    }
}
