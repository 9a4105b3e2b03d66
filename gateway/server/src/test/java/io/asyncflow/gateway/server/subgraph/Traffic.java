package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.server.subgraph.traffic.CircuitBreakerSettings;
import io.asyncflow.gateway.server.subgraph.traffic.RetrySettings;
import io.asyncflow.gateway.server.subgraph.traffic.SubgraphTraffic;
import io.asyncflow.gateway.server.subgraph.traffic.TrafficShapingSettings;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Settings in the making: what a test does not say is as by default, but that nothing is retried or shared. */
final class Traffic {

    private Duration timeout = Duration.ofSeconds(10);
    private boolean deduplicate;
    private RetrySettings retry = new RetrySettings(0, 10, 0.2, Duration.ofSeconds(10), Duration.ofMillis(1));
    private @Nullable CircuitBreakerSettings circuitBreaker;
    private @Nullable Integer maxConcurrentRequests;
    private @Nullable Boolean http2;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration idle;
    private @Nullable Duration age;
    private @Nullable Integer maxConnections;
    private @Nullable Integer maxPendingRequests;
    private @Nullable DataSize maxResponseSize;

    Traffic timeout(Duration value) {
        timeout = value;
        return this;
    }

    Traffic deduplicate() {
        deduplicate = true;
        return this;
    }

    Traffic retry(int max, int minPerSec, double percent) {
        retry = new RetrySettings(max, minPerSec, percent, Duration.ofSeconds(1), Duration.ofMillis(1));
        return this;
    }

    Traffic backoff(Duration pause) {
        retry = new RetrySettings(10, 100, 1, Duration.ofSeconds(1), pause);
        return this;
    }

    Traffic circuitBreaker(int calls) {
        circuitBreaker = new CircuitBreakerSettings(true, 50, calls, calls, Duration.ofSeconds(5), 2);
        return this;
    }

    Traffic maxConcurrentRequests(int value) {
        maxConcurrentRequests = value;
        return this;
    }

    Traffic http2() {
        http2 = true;
        return this;
    }

    Traffic connectTimeout(Duration value) {
        connectTimeout = value;
        return this;
    }

    Traffic idle(Duration value) {
        idle = value;
        return this;
    }

    Traffic age(Duration value) {
        age = value;
        return this;
    }

    Traffic connections(int most, int pending) {
        maxConnections = most;
        maxPendingRequests = pending;
        return this;
    }

    Traffic maxResponseSize(DataSize value) {
        maxResponseSize = value;
        return this;
    }

    TrafficShapingSettings settings() {
        return new TrafficShapingSettings(
                new SubgraphTraffic(
                        timeout,
                        deduplicate,
                        retry,
                        circuitBreaker,
                        maxConcurrentRequests,
                        http2,
                        connectTimeout,
                        idle,
                        age,
                        maxConnections,
                        maxPendingRequests,
                        maxResponseSize),
                Map.of());
    }
}
