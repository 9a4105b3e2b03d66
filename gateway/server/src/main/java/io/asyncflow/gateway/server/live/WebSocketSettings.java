package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** How clients may use WebSockets. */
@Described("Operations over WebSockets, in the protocol graphql-transport-ws.")
public record WebSocketSettings(
        @Described("Whether clients may open WebSockets.") boolean enabled,

        @Described("How long a client may take to send connection_init; then its socket is closed with 4408.")
        Duration connectionInitWaitTimeout,

        @Described(
                "Entries of connection_init's payload that count as headers of the client's, and come before those of its "
                        + "handshake: a text under its own name, an object with all its entries. A proxy in front cannot see or remove "
                        + "them.")
        List<String> connectionInitHeaders,

        @Described(
                "How often a client is pinged; one that was not heard of since the ping before is dropped. 0s: never.")
        Duration heartbeatInterval,

        @Described("How many sockets may be open; further ones are refused with 503.")
        int maxSockets,

        @Described("How many operations may run on one socket; further ones end with the code TOO_MANY_OPERATIONS.")
        int maxOperationsPerSocket,

        @Described("How large a client's message may be; beyond, its socket is closed with 1009.")
        DataSize maxMessageSize,

        @Described("How many events of a subscription wait for a client that reads more slowly than they come.")
        int queueCapacity,

        @Described(
                "What happens when more would have to wait: close lets the subgraph wait, and closes the subscription with the "
                        + "code SLOW_CONSUMER after slow_consumer_timeout; drop_oldest leaves out events.")
        SlowConsumer slowConsumer,

        @Described("How long an event may wait for its client to read the one before.")
        Duration slowConsumerTimeout) {

    public static final WebSocketSettings DEFAULT = new WebSocketSettings(
            true,
            Duration.ofSeconds(3),
            List.of("authorization"),
            Duration.ofSeconds(15),
            10_000,
            100,
            DataSize.ofMegabytes(1),
            128,
            SlowConsumer.CLOSE,
            Duration.ofSeconds(5));

    public WebSocketSettings {
        connectionInitHeaders = List.copyOf(connectionInitHeaders);
        check(connectionInitWaitTimeout.isPositive(), "connection_init_wait_timeout must be longer than 0s");
        check(!heartbeatInterval.isNegative(), "heartbeat_interval must not be negative");
        check(maxSockets > 0, "max_sockets must be at least 1");
        check(maxOperationsPerSocket > 0, "max_operations_per_socket must be at least 1");
        check(
                maxMessageSize.toBytes() > 0 && maxMessageSize.toBytes() <= Integer.MAX_VALUE,
                "max_message_size must be at least 1B and below 2GB");
        check(queueCapacity > 0, "queue_capacity must be at least 1");
        check(slowConsumerTimeout.isPositive(), "slow_consumer_timeout must be longer than 0s");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
