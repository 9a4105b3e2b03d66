package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;

/** What is done when the connection of a subscription to a subgraph cannot be made, or is lost. */
@Described("What is done when a subscription's connection cannot be made, or is lost.")
public record ReconnectSettings(
        @Described(
                "How often in a row a subscription is taken up again before it ends with an error; it counts anew after it has "
                        + "run for longer than max_backoff. 0: never.")
        int maxAttempts,

        @Described("How long the first attempt waits; each further one waits twice as long as the one before.")
        Duration minBackoff,

        @Described("How long an attempt waits at most.") Duration maxBackoff,

        @Described("By what part of it each wait is made longer or shorter at random, from 0 to 1.")
        double jitter) {

    public static final ReconnectSettings DEFAULT =
            new ReconnectSettings(5, Duration.ofMillis(200), Duration.ofSeconds(5), 0.5);

    public ReconnectSettings {
        check(maxAttempts >= 0, "max_attempts must not be negative");
        check(!minBackoff.isNegative(), "min_backoff must not be negative");
        check(maxBackoff.compareTo(minBackoff) >= 0, "max_backoff must not be shorter than min_backoff");
        check(jitter >= 0 && jitter <= 1, "jitter must be between 0 and 1");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
