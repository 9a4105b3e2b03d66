package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;

/** Retries, within a budget: in a storm of failures they must not become a storm of their own. */
@Described("When queries that failed are sent again; mutations never are")
public record RetrySettings(
        @Described("How often one query is sent again at most; 0 is never")
        int max,

        @Described("How many retries a second there may always be")
        int minPerSec,

        @Described("Which share of the requests may be retries, beyond those that there may always be")
        double retryPercent,

        @Described("For how long a request counts towards that share")
        Duration ttl,

        @Described("The pause before the first retry; it doubles with each")
        Duration backoff) {

    public static final RetrySettings DEFAULT =
            new RetrySettings(2, 10, 0.2, Duration.ofSeconds(10), Duration.ofMillis(20));

    public RetrySettings {
        if (max < 0 || max > 10) {
            throw new IllegalArgumentException("max must be from 0 to 10");
        }
        if (minPerSec < 0) {
            throw new IllegalArgumentException("min_per_sec must not be negative");
        }
        if (!(retryPercent >= 0 && retryPercent <= 1000)) {
            throw new IllegalArgumentException(
                    "retry_percent must be from 0 to 1000; 0.2 is one retry in five requests");
        }
        Positive.check("ttl", ttl);
        Positive.check("backoff", backoff);
    }
}
