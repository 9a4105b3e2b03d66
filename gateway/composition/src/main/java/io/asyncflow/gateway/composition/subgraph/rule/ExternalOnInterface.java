package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;

/** EXTERNAL_ON_INTERFACE: nobody resolves the fields of an interface, so none of them is another subgraph's. */
final class ExternalOnInterface implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied external : facts.applications(Federation.EXTERNAL)) {
            if (external.site() instanceof OnField(InterfaceDefinition type, FieldDefinition field)
                    && facts.externals().isExternal(Coordinate.of(type, field))) {
                reporter.report(
                        ErrorCode.EXTERNAL_ON_INTERFACE,
                        "\"%s\" is a field of an interface and cannot be @external; mark the fields of its implementations."
                                .formatted(external.site().coordinate()),
                        field);
            }
        }
    }
}
