package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;

/** COST_APPLIED_TO_INTERFACE_FIELD: only what is resolved costs something. */
final class CostAppliedToInterfaceField implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied cost : facts.applications(Federation.COST)) {
            if (cost.site() instanceof OnField(InterfaceDefinition _, FieldDefinition field)) {
                reporter.report(
                        ErrorCode.COST_APPLIED_TO_INTERFACE_FIELD,
                        "\"%s\" is a field of an interface and cannot have a @cost; give it to the fields of its implementations."
                                .formatted(cost.site().coordinate()),
                        cost.directive(),
                        field);
            }
        }
    }
}
