package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.TypeDefinition;

/** INTERFACE_OBJECT_USAGE_ERROR: what stands in for an interface has a key to be found by. */
final class InterfaceObjectUsage implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied applied : facts.applications(Federation.INTERFACE_OBJECT)) {
            String name = applied.site().coordinate();
            TypeDefinition type = facts.draft().types().get(name);
            if (type != null && !Draft.has(type.directives(), Federation.KEY)) {
                reporter.report(
                        ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                        "\"%s\" is an @interfaceObject but has no @key here; give it a key of the interface."
                                .formatted(name),
                        type);
            }
        }
    }
}
