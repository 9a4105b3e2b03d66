package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** How the gateway subscribes to subgraphs. */
@Described("Subscriptions, as the gateway makes them to subgraphs.")
public record SubscriptionSettings(
        @Described("Whether clients may subscribe.") boolean enabled,

        @Described("How subscriptions reach the subgraphs.") Mode mode,

        @Described("How many events of a subscription may wait to be worked on; beyond, the subgraph has to wait.")
        int queueCapacity,

        @Described(
                "How long a WebSocket, and all that runs on it, may wait for the events of one subscription to be worked on; "
                        + "then that one ends with the code SLOW_CONSUMER.")
        Duration slowConsumerTimeout,

        @Described(
                "How many subscriptions to subgraphs may be open; further ones end with the code TOO_MANY_SUBSCRIPTIONS.")
        int maxOpenedSubscriptions,

        @Described("How large a subgraph's message may be; beyond, its connection is closed.")
        DataSize maxMessageSize,

        @Described("How long a subgraph may take to accept a connection and a subscription.")
        Duration handshakeTimeout,

        @Described("How long a WebSocket stays open after its last subscription has ended.")
        Duration idleTimeout,

        @Described("What is done when a subscription's connection cannot be made, or is lost.")
        ReconnectSettings reconnect) {

    public static final SubscriptionSettings DEFAULT = new SubscriptionSettings(
            true,
            Mode.DEFAULT,
            128,
            Duration.ofSeconds(1),
            10_000,
            DataSize.ofMegabytes(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            ReconnectSettings.DEFAULT);

    public SubscriptionSettings {
        check(queueCapacity > 0, "queue_capacity must be at least 1");
        check(slowConsumerTimeout.isPositive(), "slow_consumer_timeout must be longer than 0s");
        check(maxOpenedSubscriptions > 0, "max_opened_subscriptions must be at least 1");
        check(
                maxMessageSize.toBytes() > 0 && maxMessageSize.toBytes() <= Integer.MAX_VALUE,
                "max_message_size must be at least 1B and below 2GB");
        check(handshakeTimeout.isPositive(), "handshake_timeout must be longer than 0s");
        check(!idleTimeout.isNegative(), "idle_timeout must not be negative");
    }

    UpstreamSettings of(String subgraph) {
        Passthrough passthrough = mode.passthrough();
        return passthrough.subgraphs().getOrDefault(subgraph, passthrough.all());
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The ways there are; for now there is one. */
    @Described("How subscriptions reach the subgraphs.")
    public record Mode(
            @Described("The gateway holds a connection to the subgraph, and events come over it.")
            Passthrough passthrough) {

        public static final Mode DEFAULT = new Mode(Passthrough.DEFAULT);
    }

    /** What holds for all subgraphs, and what for some instead. */
    @Described("Connections that the gateway opens.")
    public record Passthrough(
            @Described("What holds for the subgraphs that are not named.")
            UpstreamSettings all,

            @Described("What holds for a subgraph, by its name, instead of all that stands under 'all'.")
            Map<String, UpstreamSettings> subgraphs) {

        public static final Passthrough DEFAULT = new Passthrough(UpstreamSettings.DEFAULT, Map.of());

        public Passthrough {
            subgraphs = Map.copyOf(subgraphs);
        }
    }
}
