package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.FederationVersion;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSetProblem;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;

/** The fields of a {@code @key} are there and can identify an entity: KEY_INVALID_FIELDS and the like. */
final class KeyFields implements FederationRule {

    private static final FederationVersion ON_INTERFACES = new FederationVersion(2, 3);

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied key : facts.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(TypeDefinition type)) {
                FieldSetCheck check = new FieldSetCheck(FieldSetDirective.KEY, facts, key, reporter);
                if (type instanceof InterfaceDefinition
                        && facts.draft().header().version().compareTo(ON_INTERFACES) < 0
                        && !facts.draft().header().isFed1()) {
                    check.unsupportedOnInterface(
                            "interfaces can have keys from Federation v2.3 on; link that, or remove the key");
                }
                check.check(type, (parent, field) -> rejectAbstract(facts, parent, field));
            }
        }
    }

    private static void rejectAbstract(Facts facts, TypeDefinition parent, FieldDefinition field)
            throws FieldSetProblem {
        TypeDefinition type = facts.draft().type(field.type());
        if (type instanceof InterfaceDefinition || type instanceof UnionDefinition) {
            throw new FieldSetProblem(
                    FieldSetProblem.Kind.ABSTRACT_TYPE,
                    "\"%s\" is of type %s, and fields of interface and union types cannot be part of a key"
                            .formatted(Coordinate.of(parent, field), field.type()),
                    field);
        }
    }
}
