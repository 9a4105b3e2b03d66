package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Subscriptions on sockets that hold. */
class WebSocketSubscriptionsTest extends OverWebSockets {

    @Test
    void handsOnEventsUntilTheSubgraphCompletes() throws InterruptedException {
        Listener listener = new Listener(subscribe("subscription { a }"));
        assertThat(subgraph.received()).isEqualTo("{\"type\":\"connection_init\"}");
        assertThat(subgraph.received())
                .isEqualTo("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { a }\"}}");
        FakeSubgraph.Socket socket = subgraph.opened();
        socket.next("1", "{\"data\":{\"a\":1}}");
        socket.next("unknown", "{\"data\":{\"a\":0}}");
        socket.next("1", "{\"data\":{\"a\":2}}");
        socket.complete("1");

        assertThat(listener.next()).isEqualTo("{\"data\":{\"a\":1}}");
        assertThat(listener.next()).isEqualTo("{\"data\":{\"a\":2}}");
        assertThat(listener.next()).isEqualTo("complete");
    }

    @Test
    void sendsHeadersWithTheHandshakeAndThoseThatAreNamedInTheInitialPayload() throws InterruptedException {
        Map<String, List<String>> headers = Map.of(
                "Authorization", List.of("Bearer \"t\""),
                "x-trace", List.of("1", "2"),
                "content-length", List.of("99"),
                "sec-websocket-key", List.of("mine"));
        new Listener(subscriptions.subscribe(subgraph.request("a"), headers).map(Json::toString));

        assertThat(subgraph.received())
                .isEqualTo("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer \\\"t\\\"\"}}");
        assertThat(subgraph.handshakes).singleElement().satisfies(handshake -> {
            assertThat(handshake.get("authorization")).isEqualTo("Bearer \"t\"");
            assertThat(handshake.getAll("x-trace")).containsExactly("1", "2");
            assertThat(handshake.get("content-length")).isNotEqualTo("99");
            assertThat(handshake.get("sec-websocket-key")).isNotEqualTo("mine");
        });
    }

    @Test
    void sharesASocketAmongThoseWithEqualHeaders() throws InterruptedException {
        Listener first = new Listener(subscribe("a"));
        FakeSubgraph.Socket socket = subscribed();
        Listener second = new Listener(subscribe("b"));
        assertThat(subgraph.received()).contains("\"id\":\"2\"").contains("\"b\"");
        new Listener(subscriptions
                .subscribe(subgraph.request("c"), Map.of("x-user", List.of("other")))
                .map(Json::toString));
        assertThat(subgraph.received()).contains("\"connection_init\"");

        socket.next("2", "{\"data\":2}");
        socket.next("1", "{\"data\":1}");
        assertThat(first.next()).isEqualTo("{\"data\":1}");
        assertThat(second.next()).isEqualTo("{\"data\":2}");
        assertThat(subscriptions.sockets()).isEqualTo(2);
        assertThat(subscriptions.size()).isEqualTo(3);
    }

    @Test
    void sharesASocketWhateverRequestItIsFor() throws InterruptedException {
        for (String trace : List.of("1", "2")) {
            new Listener(subscriptions
                    .subscribe(subgraph.request("a"), Map.of("TraceParent", List.of(trace)))
                    .map(Json::toString));
        }
        subscribed();

        assertThat(subgraph.received()).contains("\"id\":\"2\"");
        assertThat(subgraph.handshakes)
                .singleElement()
                .satisfies(handshake -> assertThat(handshake.get("traceparent")).isNull());
    }

    @Test
    void tellsTheSubgraphAtOnceWhenNobodyListensAnyMoreAndClosesTheSocketWhenIdle() throws InterruptedException {
        Listener staying = new Listener(subscribe("a"));
        FakeSubgraph.Socket socket = subscribed();
        Listener leaving = new Listener(subscribe("b"));
        assertThat(subgraph.received()).contains("\"id\":\"2\"");

        leaving.dispose();
        assertThat(subgraph.received()).isEqualTo("{\"type\":\"complete\",\"id\":\"2\"}");
        socket.next("1", "{\"data\":1}");
        assertThat(staying.next()).isEqualTo("{\"data\":1}");
        staying.dispose();
        assertThat(subgraph.received()).isEqualTo("{\"type\":\"complete\",\"id\":\"1\"}");
        assertThat(subgraph.received()).isEqualTo("closed");
        assertThat(subscriptions.size()).isZero();
    }

    @Test
    void saysNothingToTheSubgraphOfASubscriptionThatItHasEnded() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().complete("1");

        assertThat(listener.next()).isEqualTo("complete");
        assertThat(subgraph.received()).isEqualTo("closed");
    }

    @Test
    void usesTheSocketAgainBeforeItIsIdleForTooLong() throws InterruptedException {
        Listener first = new Listener(subscribe("a"));
        FakeSubgraph.Socket socket = subscribed();
        socket.complete("1");
        assertThat(first.next()).isEqualTo("complete");

        Listener second = new Listener(subscribe("b"));
        assertThat(subgraph.received()).contains("\"id\":\"2\"");
        assertThat(subgraph.received.poll(300, TimeUnit.MILLISECONDS)).isNull();
        socket.next("2", "{\"data\":2}");
        assertThat(second.next()).isEqualTo("{\"data\":2}");
    }

    @Test
    void handsOnTheErrorsOfASubscriptionThatIsRefusedAsAResponse() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().send("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":\"no\"}]}");

        assertThat(listener.next()).isEqualTo("{\"errors\":[{\"message\":\"no\"}]}");
        assertThat(listener.next()).isEqualTo("complete");
    }

    @Test
    void answersTheSubgraphsPings() throws InterruptedException {
        new Listener(subscribe("a"));
        subscribed().send("{\"type\":\"ping\",\"payload\":{\"n\":1}}");

        assertThat(subgraph.received()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"n\":1}}");
    }

    @Test
    void opensNoMoreThanItMay() throws InterruptedException {
        for (int n = 0; n < 5; n++) {
            new Listener(subscribe("a"));
        }
        Listener sixth = new Listener(subscribe("a"));

        assertThat(sixth.next()).isEqualTo("TOO_MANY_SUBSCRIPTIONS");
        assertThat(subscriptions.size()).isEqualTo(5);
    }
}
