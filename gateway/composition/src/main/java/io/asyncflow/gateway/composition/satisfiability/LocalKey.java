package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code @key} of a type in one subgraph; a resolvable one is a way into it. */
record LocalKey(LocalType type, List<Selection> fields, List<FieldPath> paths, boolean resolvable) {

    LocalKey(LocalType type, List<Selection> fields, boolean resolvable) {
        this(type, fields, FieldPath.of(fields), resolvable);
    }

    /** Each key is read once, so identity will do, and does not look at all its fields. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
