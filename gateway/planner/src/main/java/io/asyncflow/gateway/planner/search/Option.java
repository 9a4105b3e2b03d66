package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Move;
import org.jspecify.annotations.Nullable;

/**
 * One way to have a field: from a subgraph that the value comes from anyhow, or from one that is entered for it.
 *
 * @param arrival the place of the state among those arrived at, or -1
 * @param move as the first of the types has it
 * @param route the way into the subgraph where {@code arrival} is -1
 */
public record Option(int arrival, Move move, @Nullable Route route) {

    public boolean isLocal() {
        return arrival >= 0;
    }

    int graph() {
        return move.from().graphIndex();
    }
}
