package io.asyncflow.gateway.server.source;

import reactor.core.publisher.Flux;

/** Where the gateway has its supergraph from. */
@FunctionalInterface
public interface SupergraphSource {

    /**
     * What the source has, at once and then each time it is something else. It ends only with its subscriber, and never
     * fails: what goes wrong is an element. It does not judge whether what it found is a supergraph.
     */
    Flux<Loaded> changes();
}
