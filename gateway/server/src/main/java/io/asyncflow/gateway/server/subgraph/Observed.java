package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.SubgraphObserver.Observation;
import io.asyncflow.gateway.server.subgraph.traffic.Ending;
import io.asyncflow.gateway.server.subgraph.transport.Failure;
import reactor.core.publisher.Mono;

/**
 * Tells an observation how its request ended.
 *
 * @param started in nanoseconds
 */
record Observed(Observation observation, long started) implements Ending {

    static Mono<Json> by(Observation observation, Mono<Json> answer) {
        return Ending.watch(answer, new Observed(observation, System.nanoTime()));
    }

    @Override
    public void answered() {
        end("OK");
    }

    @Override
    public void failed(Throwable error) {
        end(
                switch (error) {
                    case Failure failure -> failure.fault().code();
                    case SubgraphException known -> known.code();
                    default -> "INTERNAL_SERVER_ERROR";
                });
    }

    @Override
    public void cancelled() {
        end("CANCELLED");
    }

    private void end(String outcome) {
        observation.ended(outcome, System.nanoTime() - started);
    }
}
