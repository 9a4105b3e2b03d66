package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.List;
import java.util.Set;

/**
 * The keys of interfaces can be compared with those of their implementations. The first that selects nothing is told
 * alone: it decides which types are entities, and so whether anything else is wrong.
 */
final class KeysOfInterfaces implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied key : facts.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(InterfaceDefinition type)
                    && (isUnreadable(facts, key, type, reporter) || hasUnreadable(facts, key, type, reporter))) {
                return;
            }
        }
    }

    private static boolean hasUnreadable(Facts facts, Applied key, InterfaceDefinition type, Reporter reporter) {
        for (ObjectDefinition implementation : facts.draft().implementations(type)) {
            if (hasUnreadable(facts, KeyShape.of(key.directive()), implementation, reporter)) {
                return true;
            }
        }
        return false;
    }

    /** Only the keys up to the one that is looked for matter. */
    private static boolean hasUnreadable(
            Facts facts, Set<List<String>> wanted, ObjectDefinition implementation, Reporter reporter) {
        for (Applied key : facts.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(TypeDefinition type) && type.name().equals(implementation.name())) {
                if (isUnreadable(facts, key, implementation, reporter)) {
                    return true;
                }
                if (KeyShape.of(key.directive()).equals(wanted)) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isUnreadable(Facts facts, Applied key, TypeDefinition type, Reporter reporter) {
        return new FieldSetCheck(FieldSetDirective.KEY, facts, key, reporter).isUnreadable(type);
    }
}
