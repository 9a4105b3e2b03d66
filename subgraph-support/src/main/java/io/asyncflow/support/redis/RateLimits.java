package io.asyncflow.support.redis;

import java.time.Clock;

/** Makes the rate limits of a service. */
public final class RateLimits {

    private final Redis redis;
    private final Clock clock;

    RateLimits(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Limits of the same name share their permits, in all replicas. */
    public RateLimit of(String name, Limit limit) {
        return new RateLimit(name, limit, redis, clock);
    }
}
