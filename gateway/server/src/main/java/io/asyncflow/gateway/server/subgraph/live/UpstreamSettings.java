package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How subscriptions reach one subgraph. */
@Described("How subscriptions reach a subgraph.")
public record UpstreamSettings(
        @Described("websocket (or graphql_ws), or sse.") Protocol protocol,

        @Described(
                "The path at which the subgraph takes subscriptions, on the host of its URL; without it, its URL is used.")
        @Nullable
        String path,

        @Described(
                "How often a subgraph is pinged over a WebSocket; one that was not heard of since the ping before counts as "
                        + "lost. With sse the operating system probes the connection as often. 0s: never.")
        Duration heartbeatInterval,

        @Described("Headers that are also sent as entries of connection_init's payload, for subgraphs that look there.")
        List<String> connectionInitHeaders) {

    public static final UpstreamSettings DEFAULT =
            new UpstreamSettings(Protocol.WEBSOCKET, null, Duration.ofSeconds(30), List.of("authorization"));

    public UpstreamSettings {
        connectionInitHeaders = List.copyOf(connectionInitHeaders);
        if (path != null && (!path.startsWith("/") || path.startsWith("//"))) {
            throw new IllegalArgumentException("path must begin with one '/'");
        }
        if (heartbeatInterval.isNegative()) {
            throw new IllegalArgumentException("heartbeat_interval must not be negative");
        }
    }
}
