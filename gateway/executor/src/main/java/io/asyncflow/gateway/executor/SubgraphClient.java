package io.asyncflow.gateway.executor;

import io.asyncflow.gateway.executor.json.Json;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way to the subgraphs. */
public interface SubgraphClient {

    /**
     * Sends a query or mutation. Cancelling gives it up, also at the subgraph.
     *
     * @return the body of the answer, or a {@link SubgraphException}
     */
    Mono<Json> send(SubgraphRequest request);

    /**
     * Subscribes to events, each a response as of a query. Cancelling unsubscribes at the subgraph.
     *
     * @return ends with the subscription, or with a {@link SubgraphException}
     */
    Flux<Json> subscribe(SubgraphRequest request);
}
