package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import org.jspecify.annotations.Nullable;

/** Which type may stand where another is expected. Who implements what, and who is in which union, is the supergraph's. */
final class Subtyping {

    private final TypeIndex types;
    private final Hierarchy hierarchy;

    Subtyping(TypeIndex types, Hierarchy hierarchy) {
        this.types = types;
        this.hierarchy = hierarchy;
    }

    /**
     * Whether the one type is another than the other and every value of it is one of the other's.
     *
     * @param in the subgraph that expects {@code type}, which may know an interface as an object type; null for the
     *     supergraph
     */
    boolean isStrictSubtype(TypeRef type, TypeRef subtype, @Nullable Contributor in) {
        return switch (subtype) {
            case ListType(TypeRef item) -> type instanceof ListType(TypeRef of) && isSubtype(of, item, in);
            case NonNullType(TypeRef nullable) ->
                type instanceof NonNullType(TypeRef of) ? isSubtype(of, nullable, in) : isSubtype(type, nullable, in);
            case NamedType(String name) -> type instanceof NamedType(String of) && isDirectSubtype(of, name, in);
        };
    }

    boolean isSubtype(TypeRef type, TypeRef subtype, @Nullable Contributor in) {
        return type.equals(subtype) || isStrictSubtype(type, subtype, in);
    }

    private boolean isDirectSubtype(String type, String subtype, @Nullable Contributor in) {
        Kind kind = types.kind(type);
        if (kind == Kind.UNION) {
            return hierarchy.membersOf(type).contains(subtype);
        }
        return kind == Kind.INTERFACE
                && !isInterfaceObject(type, in)
                && hierarchy.interfacesOf(subtype).contains(type);
    }

    private static boolean isInterfaceObject(String type, @Nullable Contributor in) {
        var definition = in == null ? null : in.type(type);
        return definition != null && Contributor.isInterfaceObject(definition);
    }
}
