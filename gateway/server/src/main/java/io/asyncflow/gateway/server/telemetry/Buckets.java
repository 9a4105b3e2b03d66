package io.asyncflow.gateway.server.telemetry;

import java.time.Duration;

/** The bounds between which durations are counted. */
final class Buckets {

    static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private Buckets() {}
}
