package io.asyncflow.support.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * One connection to Redis, made when first needed and made again when lost. While Redis is away commands fail at once,
 * and whoever sent them goes on without.
 */
public final class Redis implements AutoCloseable {

    private final RedisClient client;
    private final Duration timeout;
    private final Mono<StatefulRedisConnection<String, String>> connection;

    Redis(RedisProperties properties) {
        this.timeout = properties.timeout();
        this.client = RedisClient.create(RedisURI.create(properties.url()));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(properties.timeout()))
                .build());
        this.connection = Mono.defer(() -> Mono.fromCompletionStage(
                        client.connectAsync(StringCodec.UTF8, RedisURI.create(properties.url()))))
                // Lettuce reconnects what was once made; a first attempt that failed is not kept.
                .cacheInvalidateIf(_ -> false);
    }

    public Mono<RedisReactiveCommands<String, String>> commands() {
        return connection.map(StatefulRedisConnection::reactive).timeout(timeout);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
