package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.fieldset.UsedFields;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.Set;

/** EXTERNAL_UNUSED: a field is external for a reason. */
final class ExternalUnused implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        if (facts.applications(Federation.EXTERNAL).isEmpty()) {
            return;
        }
        Set<Coordinate> used = UsedFields.of(facts.draft(), facts.fieldSets());
        for (TypeDefinition type : facts.draft().types().values()) {
            if (type instanceof FieldsDefinition fields) {
                fields.fields().forEach(field -> check(Coordinate.of(type, field), field, used, facts, reporter));
            }
        }
    }

    private static void check(
            Coordinate coordinate, FieldDefinition field, Set<Coordinate> used, Facts facts, Reporter reporter) {
        if (facts.externals().isExternal(coordinate) && !used.contains(coordinate)) {
            reporter.report(
                    ErrorCode.EXTERNAL_UNUSED,
                    "\"%s\" is @external, but no @key, @requires, @provides or interface here uses it; remove the field or its @external."
                            .formatted(coordinate),
                    field);
        }
    }
}
