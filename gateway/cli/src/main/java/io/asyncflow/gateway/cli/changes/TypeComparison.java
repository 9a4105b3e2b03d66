package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;

/** Whether one type can stand where another stood. */
final class TypeComparison {

    private TypeComparison() {}

    /** Clients that read a {@code was} can read an {@code is}: it may promise more. */
    static boolean readable(TypeRef was, TypeRef is) {
        if (is instanceof NonNullType(TypeRef of)) {
            return readable(was.nullable(), of);
        }
        if (was instanceof ListType(TypeRef elementWas) && is instanceof ListType(TypeRef elementIs)) {
            return readable(elementWas, elementIs);
        }
        return was.equals(is);
    }

    /** Clients that send a {@code was} may send it still: it may ask for less. */
    static boolean sendable(TypeRef was, TypeRef is) {
        return readable(is, was);
    }
}
