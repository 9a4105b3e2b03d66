package io.asyncflow.user.behaviour;

import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.network.ClientAddress;
import io.asyncflow.user.network.NetworkLimit;
import reactor.core.publisher.Mono;

/** How much is taken of one who does something, and of one network: a visitor can be somebody else each time. */
record BehaviourLimit(RateLimit perActor, NetworkLimit perNetwork) {

    Mono<Verdict> take(String actor, int events) {
        return ClientAddress.current()
                .flatMap(client -> perNetwork.take(client, events).flatMap(verdict -> switch (verdict) {
                    case Verdict.Allowed _ -> takeOfActor(actor, events, client);
                    case Verdict.Refused _ -> Mono.just(verdict);
                }));
    }

    /** What is refused to one does not count for the neighbours. */
    private Mono<Verdict> takeOfActor(String actor, int events, ClientAddress client) {
        return perActor.take(actor, events).flatMap(verdict -> switch (verdict) {
            case Verdict.Allowed _ -> Mono.just(verdict);
            case Verdict.Refused _ -> perNetwork.giveBack(client, events).thenReturn(verdict);
        });
    }
}
