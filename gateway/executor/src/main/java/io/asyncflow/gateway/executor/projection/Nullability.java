package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;

/**
 * Where a type can be null.
 *
 * @param lists how many lists its values are in
 * @param nonNull a bit for each level, the value as a whole being the first: whether it cannot be null
 */
record Nullability(int lists, long nonNull) {

    static Nullability of(TypeRef type) {
        long nonNull = 0;
        int level = 0;
        for (TypeRef at = type; ; level++) {
            if (at.isNonNull()) {
                nonNull |= 1L << level;
            }
            if (!(at.nullable() instanceof ListType(TypeRef of))) {
                return new Nullability(level, nonNull);
            }
            at = of;
        }
    }

    boolean isNonNull(int level) {
        return (nonNull >>> level & 1) != 0;
    }
}
