package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.server.subgraph.SubgraphObserver.Observation;

/** What {@link SubgraphObserver#NONE} comes to. */
enum Unobserved implements Observation {
    INSTANCE
}
