package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import reactor.core.publisher.Flux;

/** Subscribes at subgraphs, as {@link io.asyncflow.gateway.executor.SubgraphClient#subscribe} says. */
@FunctionalInterface
public interface Subscriptions {

    Flux<Json> subscribe(SubgraphRequest request);
}
