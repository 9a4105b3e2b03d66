package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;

/**
 * EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE and PROVIDES_ON_NON_OBJECT_FIELD: a field that provides others is resolved
 * here and has fields. The first that is not is told alone: the fields it means to provide seem unused otherwise.
 */
final class ProvidesPlacement implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied provides : facts.applications(Federation.PROVIDES)) {
            if (provides.site() instanceof OnField(FieldsDefinition parent, FieldDefinition field)
                    && isMisplaced(facts, parent, field, reporter)) {
                return;
            }
        }
    }

    private static boolean isMisplaced(Facts facts, FieldsDefinition parent, FieldDefinition field, Reporter reporter) {
        Coordinate coordinate = Coordinate.of(parent, field);
        if (facts.externals().isExternal(coordinate)) {
            reporter.reportGrave(
                    ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    "\"%s\" is both @external and @provides fields; this subgraph resolves it or it does not, so remove one."
                            .formatted(coordinate),
                    field);
            return true;
        }
        if (!Draft.isComposite(facts.draft().type(field.type()))) {
            reporter.reportGrave(
                    ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD,
                    "\"%s\" is of type %s, which has no fields to provide; remove its @provides."
                            .formatted(coordinate, field.type()),
                    field);
            return true;
        }
        return false;
    }
}
