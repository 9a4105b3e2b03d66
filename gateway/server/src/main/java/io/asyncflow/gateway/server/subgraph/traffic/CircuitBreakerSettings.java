package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;

/** When a subgraph is left alone. */
@Described("When a subgraph that fails is left alone for a while")
public record CircuitBreakerSettings(
        @Described("Whether it ever is") boolean enabled,

        @Described("The share of failures that opens the circuit, in percent")
        int failureRateThreshold,

        @Described("How many of the last requests are looked at")
        int slidingWindowSize,

        @Described("How many of them there must be before the share counts")
        int minimumNumberOfCalls,

        @Described("How long the circuit stays open") Duration waitDurationInOpenState,

        @Described("How many requests are let through after that, to see whether the subgraph is well again")
        int permittedCallsInHalfOpenState) {

    public static final CircuitBreakerSettings DEFAULT =
            new CircuitBreakerSettings(true, 50, 100, 20, Duration.ofSeconds(5), 5);

    public CircuitBreakerSettings {
        if (failureRateThreshold < 1 || failureRateThreshold > 100) {
            throw new IllegalArgumentException("failure_rate_threshold must be from 1 to 100");
        }
        Positive.check("sliding_window_size", slidingWindowSize);
        Positive.check("minimum_number_of_calls", minimumNumberOfCalls);
        Positive.check("wait_duration_in_open_state", waitDurationInOpenState);
        Positive.check("permitted_calls_in_half_open_state", permittedCallsInHalfOpenState);
        if (minimumNumberOfCalls > slidingWindowSize) {
            throw new IllegalArgumentException("minimum_number_of_calls must not exceed sliding_window_size");
        }
    }
}
