package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;

/** The kinds of type, with their names in messages. */
enum Kind {
    SCALAR("scalar"),
    OBJECT("object type"),
    INTERFACE("interface"),
    UNION("union"),
    ENUM("enum"),
    INPUT("input type");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What the definition is in the supergraph: an interface object is an interface there. */
    static Kind of(TypeDefinition type) {
        return switch (type) {
            case ScalarDefinition _ -> SCALAR;
            case ObjectDefinition _ -> Contributor.isInterfaceObject(type) ? INTERFACE : OBJECT;
            case InterfaceDefinition _ -> INTERFACE;
            case UnionDefinition _ -> UNION;
            case EnumDefinition _ -> ENUM;
            case InputDefinition _ -> INPUT;
        };
    }

    /** What its author wrote. */
    static String written(TypeDefinition type) {
        return Contributor.isInterfaceObject(type) ? "object type with @interfaceObject" : of(type).words();
    }
}
