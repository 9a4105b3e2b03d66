package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.supergraph.Graph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where subscriptions go, and with which headers. */
class TargetTest {

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Baggage", List.of("tenant=a"),
            "Sec-WebSocket-Key", List.of("mine"),
            "TraceParent", List.of("t"),
            "Upgrade", List.of("h2c"));

    @Test
    void goesToHostsWithUnderscores() {
        assertThat(target(Protocol.WEBSOCKET, null).url()).isEqualTo("wss://my_service:4001/graphql?a=b");
        assertThat(target(Protocol.SSE, null).url()).isEqualTo("https://my_service:4001/graphql?a=b");
    }

    @Test
    void takesAPathOfItsOwn() {
        assertThat(target(Protocol.WEBSOCKET, "/events?c").url()).isEqualTo("wss://my_service:4001/events?c");
    }

    @Test
    void leavesOutWhatIsNotForTheSubgraph() {
        assertThat(target(Protocol.WEBSOCKET, null).headers()).containsOnlyKeys("baggage");
        assertThat(target(Protocol.SSE, null).headers()).containsOnlyKeys("baggage", "traceparent");
    }

    private static Target target(Protocol protocol, @Nullable String path) {
        var graph = new Graph("NEWS", "news", "https://my_service:4001/graphql?a=b");
        return Target.of(graph, new UpstreamSettings(protocol, path, Duration.ZERO, List.of()), HEADERS);
    }
}
