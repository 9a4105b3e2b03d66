package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.SubgraphObserver.Observation;
import io.asyncflow.gateway.server.subgraph.transport.Failure;
import reactor.core.publisher.Mono;

/** Tells an observation how its request ended. */
final class Observed {

    private Observed() {}

    static Mono<Json> by(Observation observation, Mono<Json> answer) {
        long started = System.nanoTime();
        return answer.doOnSuccess(body -> end(observation, "OK", started))
                .doOnError(error -> end(observation, code(error), started))
                .doOnCancel(() -> end(observation, "CANCELLED", started));
    }

    private static void end(Observation observation, String outcome, long started) {
        observation.ended(outcome, System.nanoTime() - started);
    }

    private static String code(Throwable error) {
        return switch (error) {
            case Failure failure -> failure.fault().code();
            case SubgraphException known -> known.code();
            default -> "INTERNAL_SERVER_ERROR";
        };
    }
}
