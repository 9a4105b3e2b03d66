package io.asyncflow.support.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.reactive.ChannelMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One connection to Redis, made when first needed and made again when lost. While Redis is away commands fail at once,
 * and whoever sent them goes on without.
 */
public final class Redis implements AutoCloseable {

    private final RedisClient client;
    private final RedisURI address;
    private final Duration timeout;
    private @Nullable CompletableFuture<StatefulRedisConnection<String, String>> connection;

    Redis(RedisProperties properties) {
        this.timeout = properties.timeout();
        this.address = RedisURI.create(properties.url());
        this.client = RedisClient.create(address);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(properties.timeout()))
                .build());
    }

    public Mono<RedisReactiveCommands<String, String>> commands() {
        return Mono.fromFuture(this::connection, true)
                .map(StatefulRedisConnection::reactive)
                .timeout(timeout);
    }

    /** Lettuce reconnects what was once made. An attempt that takes long goes on while those who asked have given up. */
    private synchronized CompletableFuture<StatefulRedisConnection<String, String>> connection() {
        if (connection == null || connection.isCompletedExceptionally()) {
            connection = client.connectAsync(StringCodec.UTF8, address).toCompletableFuture();
        }
        return connection;
    }

    /**
     * What is said on the channels, from when this is subscribed to, over a connection of its own. While Redis is away
     * nothing is heard: whoever listens must also look now and then.
     */
    public Flux<String> messages(String... channels) {
        return Flux.usingWhen(
                Mono.fromSupplier(() ->
                        client.connectPubSubAsync(StringCodec.UTF8, address).toCompletableFuture()),
                connecting -> Mono.fromFuture(connecting, true).flatMapMany(ears -> heard(ears, channels)),
                Redis::hangUp);
    }

    private static Flux<String> heard(StatefulRedisPubSubConnection<String, String> ears, String... channels) {
        return Flux.merge(
                ears.reactive().observeChannels().map(ChannelMessage::getMessage),
                ears.reactive().subscribe(channels).then(Mono.empty()));
    }

    /** Also when whoever wanted to listen has gone before there was a connection. */
    private static Mono<Void> hangUp(CompletableFuture<StatefulRedisPubSubConnection<String, String>> connecting) {
        return Mono.fromFuture(connecting, true).onErrorComplete().flatMap(ears -> Mono.fromFuture(ears.closeAsync()));
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
