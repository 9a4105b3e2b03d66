package io.asyncflow.gateway.executor;

import reactor.core.publisher.Mono;

/** Answers clients' operations: what every transport hands them to. */
public interface GraphQLService {

    /** Never fails for what a client did wrong: that is an outcome. Cancelling it cancels what subgraphs were asked. */
    Mono<Outcome> answer(ClientRequest request, Caller caller);
}
