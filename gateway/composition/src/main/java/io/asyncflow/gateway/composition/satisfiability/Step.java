package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a client can select next: a field of an object type, or a fragment on one of the object types of an abstract
 * one. (Fields of an interface need no proof of their own: they are asked for on each of its object types.)
 */
sealed interface Step {

    PublicType from();

    /** Null where it leads to a scalar or enum. */
    @Nullable
    PublicType to();

    /**
     * A field; one with a progressive override makes two steps, one for each side of its label.
     *
     * @param shared several subgraphs resolve it
     */
    record Take(
            PublicType from,
            Field field,
            boolean shared,
            @Nullable Label label,
            @Nullable PublicType to) implements Step {

        String coordinate() {
            return from.name() + "." + field.name();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    record Narrow(PublicType from, PublicType to) implements Step {

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
