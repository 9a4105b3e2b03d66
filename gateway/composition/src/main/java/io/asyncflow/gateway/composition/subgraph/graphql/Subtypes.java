package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;

/** Which types can stand in for others. */
final class Subtypes {

    private final Draft draft;

    Subtypes(Draft draft) {
        this.draft = draft;
    }

    boolean isSubtype(TypeRef type, TypeRef of) {
        return switch (type) {
            case NonNullType(TypeRef inner) -> isSubtype(inner, of.nullable());
            case ListType(TypeRef item) -> of instanceof ListType(TypeRef ofItem) && isSubtype(item, ofItem);
            case NamedType(String name) -> of instanceof NamedType(String ofName) && isSubtype(name, ofName);
        };
    }

    private boolean isSubtype(String type, String of) {
        if (type.equals(of)) {
            return true;
        }
        return switch (draft.type(of)) {
            case InterfaceDefinition _ ->
                draft.type(type) instanceof FieldsDefinition fields
                        && fields.interfaces().contains(of);
            case UnionDefinition union -> union.members().contains(type);
            case null, default -> false;
        };
    }
}
