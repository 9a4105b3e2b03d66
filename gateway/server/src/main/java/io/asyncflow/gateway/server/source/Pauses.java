package io.asyncflow.gateway.server.source;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait between two looks over a network: short at first, as whoever is asked may just be starting; then the
 * interval; longer and longer while it fails.
 */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

    /** Many gateways that started together should not ask together for ever. */
    private static final double JITTER = 0.1;

    private final Duration interval;
    private boolean everSucceeded;
    private int failures;

    Pauses(Duration interval) {
        this.interval = interval;
    }

    void succeeded() {
        everSucceeded = true;
        failures = 0;
    }

    void failed() {
        failures++;
    }

    Duration next() {
        Duration pause = everSucceeded
                ? doubled(interval, failures, max(interval, LONGEST))
                : doubled(min(FIRST, interval), failures - 1, interval);
        return pause.minusMillis(
                (long) (pause.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }

    private static Duration doubled(Duration pause, int times, Duration longest) {
        int doublings = Math.clamp(times, 0, MOST_DOUBLINGS);
        return min(pause.multipliedBy(1L << doublings), longest);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
