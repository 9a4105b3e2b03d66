package io.asyncflow.gateway.server.subgraph.live;

/** How a subgraph takes subscriptions. */
public enum Protocol {
    /** The WebSocket protocol {@code graphql-transport-ws}. */
    WEBSOCKET,
    /** Another name for {@link #WEBSOCKET}, known from other routers. */
    GRAPHQL_WS,
    /** The protocol graphql-sse, in its mode of distinct connections. */
    SSE
}
