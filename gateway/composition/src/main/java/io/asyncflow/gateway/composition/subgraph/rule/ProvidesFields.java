package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
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
        Coordinate coordinate = Coordinate.of(parent, field);
        if (facts.externals().isExternal(coordinate)) {
            reporter.report(
                    ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    "\"%s\" is both @external and @provides fields; this subgraph resolves it or it does not, so remove one."
                            .formatted(coordinate),
                    field);
            return;
        }
        TypeDefinition type = facts.draft().type(field.type());
        if (type == null || !Draft.isComposite(type)) {
            reporter.report(
                    ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD,
                    "\"%s\" is of type %s, which has no fields to provide; remove its @provides."
                            .formatted(coordinate, field.type()),
                    field);
            return;
        }
        FieldSetCheck check = new FieldSetCheck(FieldSetDirective.PROVIDES, facts, provides, reporter);
        if (parent instanceof InterfaceDefinition) {
            check.unsupportedOnInterface("fields of interfaces provide nothing; move it to the implementations");
        }
        check.check(type, (_, _) -> {});
    }
}
