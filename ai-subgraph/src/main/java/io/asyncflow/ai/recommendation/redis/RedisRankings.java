package io.asyncflow.ai.recommendation.redis;

import io.asyncflow.ai.recommendation.Breakers;
import io.asyncflow.ai.recommendation.Ranking;
import io.asyncflow.support.redis.Redis;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.lettuce.core.KeyValue;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Rankings in Redis, shared by all replicas. A Redis that is away has none and takes none, and costs next to nothing. */
@Component
class RedisRankings {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRankings.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PIPELINED = 64;

    private final Redis redis;
    private final CacheProperties properties;
    private final CircuitBreaker breaker;

    RedisRankings(Redis redis, CacheProperties properties, MeterRegistry metrics) {
        this.redis = redis;
        this.properties = properties;
        this.breaker = Breakers.of("recommendation-cache", 3, properties.retryAfter(), metrics);
    }

    /** The first connection takes longer than a customer should wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void connect() {
        attempted(RedisReactiveCommands::ping).contextCapture().subscribe();
    }

    /** Those that are there. */
    Mono<Map<RankingKey, Ranking>> find(Collection<RankingKey> keys) {
        var names = keys.stream().map(RankingKey::toString).toArray(String[]::new);
        return attempted(commands -> commands.mget(names)
                        .filter(KeyValue::hasValue)
                        .collectMap(KeyValue::getKey, KeyValue::getValue))
                .map(found -> read(keys, found))
                .defaultIfEmpty(Map.of());
    }

    Mono<Void> keep(Map<RankingKey, Ranking> rankings) {
        long seconds = properties.timeToLive().toSeconds();
        return attempted(commands -> Flux.fromIterable(rankings.entrySet())
                        .flatMap(
                                entry -> commands.setex(
                                        entry.getKey().toString(), seconds, JSON.writeValueAsString(entry.getValue())),
                                PIPELINED)
                        .then(Mono.just(rankings.size())))
                .then();
    }

    private <T> Mono<T> attempted(Function<RedisReactiveCommands<String, String>, Mono<T>> use) {
        return redis.commands()
                .flatMap(commands -> use.apply(commands).timeout(properties.timeout()))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(failure -> {
                    LOG.debug("Going on without Redis: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private static Map<RankingKey, Ranking> read(Collection<RankingKey> keys, Map<String, String> found) {
        var rankings = new HashMap<RankingKey, Ranking>();
        for (RankingKey key : keys) {
            String json = found.get(key.toString());
            if (json != null) {
                read(json).ifPresent(ranking -> rankings.put(key, ranking));
            }
        }
        return rankings;
    }

    private static Optional<Ranking> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Ranking.class));
        } catch (JacksonException foreign) {
            LOG.warn("Something in Redis that is no ranking is left aside: {}", foreign.getOriginalMessage());
            return Optional.empty();
        }
    }
}
