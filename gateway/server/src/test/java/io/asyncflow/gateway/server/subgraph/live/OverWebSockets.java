package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

/** What tests of subscriptions over WebSockets start from: a subgraph, and subscriptions with narrow limits. */
abstract class OverWebSockets {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Map<String, List<String>> NO_HEADERS = Map.of();

    final FakeSubgraph subgraph = FakeSubgraph.overWebSockets();
    SubgraphSubscriptions subscriptions = subscriptions(3, UpstreamSettings.DEFAULT);

    @AfterEach
    void stop() {
        subscriptions.close();
        subgraph.close();
    }

    static SubgraphSubscriptions subscriptions(int attempts, UpstreamSettings upstream) {
        return subscriptions(attempts, upstream, Duration.ofMinutes(1));
    }

    static SubgraphSubscriptions subscriptions(int attempts, UpstreamSettings upstream, Duration handshakeTimeout) {
        SubscriptionSettings settings = new SubscriptionSettings(
                true,
                new SubscriptionSettings.Mode(new SubscriptionSettings.Passthrough(upstream, Map.of())),
                4,
                Duration.ofMillis(500),
                5,
                DataSize.ofKilobytes(4),
                handshakeTimeout,
                Duration.ofSeconds(1),
                new ReconnectSettings(attempts, Duration.ofMillis(10), Duration.ofMillis(50), 0.5));
        return new SubgraphSubscriptions(settings, HttpClient.newConnection());
    }

    Flux<String> subscribe(String query) {
        return subscriptions.subscribe(subgraph.request(query), NO_HEADERS).map(Json::toString);
    }

    FakeSubgraph.Socket subscribed() throws InterruptedException {
        assertThat(subgraph.received()).contains("\"connection_init\"");
        assertThat(subgraph.received()).contains("\"subscribe\"");
        return subgraph.opened();
    }
}
