package io.asyncflow.ai.recommendation;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Circuit breakers that can be seen in the metrics, and say once when something is away and once when it is back. */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private Breakers() {}

    /** Opens when half of the last twenty calls failed, but not before the first few were made. */
    public static CircuitBreaker of(String name, int firstFew, Duration retryAfter, MeterRegistry metrics) {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(firstFew)
                .failureRateThreshold(50)
                .waitDurationInOpenState(retryAfter)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        CircuitBreaker breaker = breakers.circuitBreaker(name);
        breaker.getEventPublisher().onStateTransition(Breakers::log);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(metrics);
        return breaker;
    }

    private static void log(CircuitBreakerOnStateTransitionEvent change) {
        switch (change.getStateTransition()) {
            case CLOSED_TO_OPEN -> LOG.warn("The {} keeps failing and is left alone", change.getCircuitBreakerName());
            case HALF_OPEN_TO_CLOSED -> LOG.info("The {} works again", change.getCircuitBreakerName());
            default -> {}
        }
    }
}
