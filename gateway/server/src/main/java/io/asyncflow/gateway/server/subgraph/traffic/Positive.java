package io.asyncflow.gateway.server.subgraph.traffic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks that settings are more than nothing; null is a setting that is not given. */
final class Positive {

    /** About 24 days, in milliseconds an int: what timers and sockets can count. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private Positive() {}

    static void check(String setting, @Nullable Duration value) {
        if (value != null && (value.toMillis() < 1 || value.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(setting + " must be at least 1ms and at most 24 days");
        }
    }

    static void check(String setting, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1");
        }
    }
}
