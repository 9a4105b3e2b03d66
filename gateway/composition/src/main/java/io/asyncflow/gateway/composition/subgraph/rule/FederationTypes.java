package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.FieldDefinition;
import java.util.Set;

/** Which parts of a subgraph are Federation's: none of them reaches the supergraph. */
public final class FederationTypes {

    private static final Set<String> TYPES = Set.of("_Any", "_Service", "_Entity");

    private static final Set<String> ENTRY_POINTS = Set.of("_entities", "_service");

    private FederationTypes() {}

    /** Whether the type of that name is the subgraph's, or GraphQL's, and not a specification's. */
    public static boolean isOwn(Draft draft, String type) {
        return !TYPES.contains(type)
                && !type.startsWith("join__")
                && !draft.header().vocabulary().linked().contains(type);
    }

    /** Whether the field is one that every subgraph has for its router. */
    public static boolean isEntryPoint(FieldDefinition field) {
        return ENTRY_POINTS.contains(field.name());
    }
}
