package io.asyncflow.support.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A {@link RateLimit}'s count in this process, for as long as Redis is away. */
final class NearPermits {

    private static final int MOST_KEYS = 100_000;

    private final Limit limit;
    private final Clock clock;
    private final Cache<String, Double> full;

    NearPermits(Limit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.full = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterWrite(limit.window())
                .build();
    }

    /** How many milliseconds are missing until the permits are there; they are taken if none is. */
    long spend(String key, int cost) {
        var missing = new AtomicLong();
        full.asMap().compute(key, (_, before) -> {
            double now = clock.millis();
            double start = before == null ? now : Math.max(before, now);
            double after = start + cost * limit.millisPerPermit();
            double tooMuch = after - limit.window().toMillis() - now;
            missing.set(Math.max(0, (long) Math.ceil(tooMuch)));
            return tooMuch > 0 ? start : after;
        });
        return missing.get();
    }
}
