package io.asyncflow.support.redis;

import io.asyncflow.support.redis.Verdict.Allowed;
import io.asyncflow.support.redis.Verdict.Refused;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * How often something may be done per key, counted in Redis for all replicas together. While Redis is away each replica
 * counts for itself: more is allowed then, and nothing fails.
 *
 * <p>The generic cell rate algorithm: what is kept per key is the moment at which all permits will be back.
 */
public final class RateLimit {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimit.class);

    /** Answers how many milliseconds are missing until the permits are there; they are taken if none is. */
    private static final String TAKE = """
            local window, spend = tonumber(ARGV[1]), tonumber(ARGV[2])
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local full = math.max(tonumber(redis.call('GET', KEYS[1])) or now, now) + spend
            if full - window > now then
              return math.ceil(full - window - now)
            end
            if full > now then
              redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.ceil(full - now))
            else
              redis.call('DEL', KEYS[1])
            end
            return 0""";

    private final String name;
    private final Limit limit;
    private final Redis redis;
    private final NearPermits near;

    RateLimit(String name, Limit limit, Redis redis, Clock clock) {
        this.name = name;
        this.limit = limit;
        this.redis = redis;
        this.near = new NearPermits(limit, clock);
    }

    /** Takes that many permits, or none when not all of them are there. */
    public Mono<Verdict> take(String key, int cost) {
        if (cost < 1) {
            throw new IllegalArgumentException("Something that costs nothing needs no limit");
        }
        return cost > limit.permits() ? Mono.just(new Refused(limit.window())) : spend(key, cost);
    }

    /** Gives permits back that turned out not to be needed. */
    public Mono<Void> giveBack(String key, int cost) {
        return spend(key, -cost).then();
    }

    private Mono<Verdict> spend(String key, int cost) {
        return inRedis(key, cost * limit.millisPerPermit())
                .onErrorResume(failure -> {
                    LOG.debug("Counting {} without Redis: {}", name, failure.toString());
                    return Mono.fromSupplier(() -> near.spend(key, cost));
                })
                .map(RateLimit::verdict);
    }

    private Mono<Long> inRedis(String key, double spend) {
        String[] keys = {"limit:" + name + ":" + key};
        String[] arguments = {Long.toString(limit.window().toMillis()), Double.toString(spend)};
        return redis.commands()
                .flatMap(commands -> commands.<Long>eval(TAKE, ScriptOutputType.INTEGER, keys, arguments)
                        .next());
    }

    private static Verdict verdict(long missingMillis) {
        return missingMillis == 0 ? new Allowed() : new Refused(Duration.ofMillis(missingMillis));
    }
}
