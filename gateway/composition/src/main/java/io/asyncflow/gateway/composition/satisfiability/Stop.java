package io.asyncflow.gateway.composition.satisfiability;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A spot where a client's query could be, with the contexts that were set on the way to it. {@link Stops} has one of
 * each, so identity is equality.
 */
final class Stop {

    private final int id;
    private final @Nullable Spot spot;
    private final Map<String, ContextSource> contexts;

    Stop(int id, @Nullable Spot spot, Map<String, ContextSource> contexts) {
        this.id = id;
        this.spot = spot;
        this.contexts = contexts;
    }

    int id() {
        return id;
    }

    /** Null past a leaf. */
    @Nullable
    Spot spot() {
        return spot;
    }

    /** For each context that is set, where its value is to be fetched. */
    Map<String, ContextSource> contexts() {
        return contexts;
    }

    /** There is one of each; its number spreads better, and sooner, than an identity hash. */
    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** An ancestor that sets a context: where it is, and the type clients know it by. */
    record ContextSource(Spot spot, String type) {}
}
