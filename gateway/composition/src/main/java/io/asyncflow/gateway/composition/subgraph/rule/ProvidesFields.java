package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;

/** The fields that {@code @provides} promises are there, and other subgraphs': PROVIDES_INVALID_FIELDS and the like. */
final class ProvidesFields implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied provides : facts.applications(Federation.PROVIDES)) {
            if (provides.site() instanceof OnField(FieldsDefinition type, FieldDefinition field)) {
                check(facts, provides, type, field, reporter);
            }
        }
    }

    private static void check(
            Facts facts, Applied provides, FieldsDefinition parent, FieldDefinition field, Reporter reporter) {
        TypeDefinition type = facts.draft().type(field.type());
        if (type == null) {
            return;
        }
        FieldSetCheck check = new FieldSetCheck(FieldSetDirective.PROVIDES, facts, provides, reporter);
        if (parent instanceof InterfaceDefinition) {
            check.unsupportedOnInterface("fields of interfaces provide nothing; move it to the implementations");
        }
        check.check(type, (_, _) -> {});
    }
}
