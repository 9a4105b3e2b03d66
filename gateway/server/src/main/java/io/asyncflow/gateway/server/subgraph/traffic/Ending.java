package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import reactor.core.publisher.Mono;

/** Hears how a request ends: exactly one of these, once, and before whoever made the request does. */
public interface Ending {

    void answered();

    void failed(Throwable error);

    void cancelled();

    static Mono<Json> watch(Mono<Json> request, Ending ending) {
        return new Watched(request, ending);
    }
}
