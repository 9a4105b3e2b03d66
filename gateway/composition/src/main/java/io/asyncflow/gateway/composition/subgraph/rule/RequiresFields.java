package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;

/** The fields that {@code @requires} asks for are there, and other subgraphs': REQUIRES_INVALID_FIELDS and the like. */
final class RequiresFields implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied requires : facts.applications(Federation.REQUIRES)) {
            if (requires.site() instanceof OnField(FieldsDefinition type, var _)) {
                FieldSetCheck check = new FieldSetCheck(FieldSetDirective.REQUIRES, facts, requires, reporter);
                if (type instanceof InterfaceDefinition) {
                    check.unsupportedOnInterface(
                            "fields of interfaces require nothing; move it to the implementations");
                }
                check.check(type, (_, _) -> {});
            }
        }
    }
}
