package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.List;

/** What Federation 1 takes for an extension of a type that another subgraph owns. */
final class Extensions {

    private Extensions() {}

    static boolean isExtension(Draft draft, String type) {
        TypeDefinition whole = draft.types().get(type);
        return whole instanceof FieldsDefinition
                && (Draft.has(whole.directives(), "federation:extends") || hasOnlyExtensions(draft, type));
    }

    static boolean hasOnlyExtensions(Draft draft, String type) {
        return draft.parts().getOrDefault(type, List.of()).stream().allMatch(TypeDefinition::extension);
    }
}
