package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.transport.Failure;
import io.asyncflow.gateway.server.subgraph.transport.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets requests through as long as the subgraph is well. */
public final class Breaker {

    private final @Nullable CircuitBreaker circuit;

    private Breaker(@Nullable CircuitBreaker circuit) {
        this.circuit = circuit;
    }

    public static Breaker of(String subgraph, CircuitBreakerSettings settings, Clock clock) {
        return new Breaker(settings.enabled() ? CircuitBreaker.of(subgraph, config(settings, clock)) : null);
    }

    private static CircuitBreakerConfig config(CircuitBreakerSettings settings, Clock clock) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.failureRateThreshold())
                .slidingWindowSize(settings.slidingWindowSize())
                .minimumNumberOfCalls(settings.minimumNumberOfCalls())
                .waitDurationInOpenState(settings.waitDurationInOpenState())
                .permittedNumberOfCallsInHalfOpenState(settings.permittedCallsInHalfOpenState())
                .clock(clock)
                .build();
    }

    public CircuitState state() {
        if (circuit == null) {
            return CircuitState.CLOSED;
        }
        return switch (circuit.getState()) {
            case OPEN, FORCED_OPEN -> CircuitState.OPEN;
            case HALF_OPEN -> CircuitState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
        };
    }

    public Mono<Json> guard(Mono<Json> attempt) {
        if (circuit == null) {
            return attempt;
        }
        Mono<Json> told = Ending.watch(attempt, new Told(circuit));
        return Mono.defer(() -> circuit.tryAcquirePermission() ? told : refused());
    }

    private static Mono<Json> refused() {
        return Mono.error(Failure.of(Fault.CIRCUIT_OPEN));
    }

    /** Tells the circuit how a request ended. */
    private record Told(CircuitBreaker circuit) implements Ending {

        @Override
        public void answered() {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        }

        @Override
        public void failed(Throwable error) {
            Fault.Health health =
                    error instanceof Failure failure ? failure.fault().health() : Fault.Health.UNKNOWN;
            switch (health) {
                case ILL -> circuit.onError(0, TimeUnit.NANOSECONDS, error);
                case WELL -> answered();
                case UNKNOWN -> cancelled();
            }
        }

        @Override
        public void cancelled() {
            circuit.releasePermission();
        }
    }
}
