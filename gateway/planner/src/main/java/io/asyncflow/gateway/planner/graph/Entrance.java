package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.planner.operation.SelectionSet;
import org.jspecify.annotations.Nullable;

/**
 * A way into a subgraph: by a representation, or, for the query root, by merely asking.
 *
 * @param key what the representation must have, or null at a root type
 */
public record Entrance(State target, @Nullable SelectionSet key) {

    /** What the representation calls the object's type. */
    public String typename() {
        return target.type();
    }
}
