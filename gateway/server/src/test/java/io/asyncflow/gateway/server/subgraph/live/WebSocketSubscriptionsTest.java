package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

class WebSocketSubscriptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, List<String>> NO_HEADERS = Map.of();

    private final FakeSubgraph subgraph = FakeSubgraph.overWebSockets();
    private SubgraphSubscriptions subscriptions = subscriptions(3, UpstreamSettings.DEFAULT);

    @AfterEach
    void stop() {
        subscriptions.close();
        subgraph.close();
    }

    private static SubgraphSubscriptions subscriptions(int attempts, UpstreamSettings upstream) {
        return subscriptions(attempts, upstream, Duration.ofMinutes(1));
    }

    private static SubgraphSubscriptions subscriptions(
            int attempts, UpstreamSettings upstream, Duration handshakeTimeout) {
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

    private Flux<String> subscribe(String query) {
        return subscriptions.subscribe(subgraph.request(query), NO_HEADERS).map(Json::toString);
    }

    private static Consumer<Throwable> code(String code) {
        return failure -> {
            assertThat(failure).isInstanceOf(SubgraphException.class).hasMessageContaining("news");
            assertThat(((SubgraphException) failure).code()).isEqualTo(code);
        };
    }

    private FakeSubgraph.Socket subscribed() throws InterruptedException {
        assertThat(subgraph.received()).contains("\"connection_init\"");
        assertThat(subgraph.received()).contains("\"subscribe\"");
        return subgraph.opened();
    }

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
    void saysSoWhereASubgraphHasNoUrlToSpeakOf() throws InterruptedException {
        SubgraphRequest request = subgraph.request("a b", "a");

        assertThat(new Listener(subscriptions.subscribe(request, NO_HEADERS).map(Json::toString)).next())
                .isEqualTo("SUBGRAPH_UNREACHABLE");
        assertThat(subscriptions.size()).isZero();
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
    void takesSubscriptionsUpAgainWhenTheConnectionIsLost() throws InterruptedException {
        Listener first = new Listener(subscribe("a"));
        FakeSubgraph.Socket socket = subscribed();
        Listener second = new Listener(subscribe("b"));
        subgraph.received();
        socket.next("1", "{\"data\":1}");
        assertThat(first.next()).isEqualTo("{\"data\":1}");
        socket.drop();

        FakeSubgraph.Socket next = subgraph.opened();
        assertThat(List.of(subgraph.received(), subgraph.received(), subgraph.received(), subgraph.received()))
                .anyMatch(message -> message.contains("\"query\":\"a\""))
                .anyMatch(message -> message.contains("\"query\":\"b\""));
        next.next("1", "{\"data\":11}");
        next.next("2", "{\"data\":12}");
        assertThat(List.of(first.next(), second.next())).containsExactlyInAnyOrder("{\"data\":11}", "{\"data\":12}");
        assertThat(subscriptions.sockets()).isEqualTo(1);
    }

    @Test
    void endsWhatItCannotTakeUpAgain() throws InterruptedException {
        StepVerifier.create(subscribe("a"))
                .then(this::closeSubgraph)
                .expectErrorSatisfies(code("SUBGRAPH_SUBSCRIPTION_LOST"))
                .verify(PATIENCE);
    }

    private void closeSubgraph() {
        try {
            subscribed();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        subgraph.close();
    }

    @Test
    void saysThatASubgraphCannotBeReached() {
        subgraph.close();

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_UNREACHABLE"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotWaitForeverForAnAcknowledgement() {
        subscriptions = subscriptions(0, UpstreamSettings.DEFAULT, Duration.ofMillis(300));
        subgraph.acknowledges = false;

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_TIMEOUT"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotWaitForeverForTheHandshake() {
        subscriptions = subscriptions(
                0,
                new UpstreamSettings(Protocol.GRAPHQL_WS, "/hanging", Duration.ZERO, List.of()),
                Duration.ofMillis(300));

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_TIMEOUT"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotTryAgainWhereTheHandshakeIsRefused() {
        subscriptions =
                subscriptions(100, new UpstreamSettings(Protocol.WEBSOCKET, "/refusing", Duration.ZERO, List.of()));

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_HTTP_ERROR"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotTryAgainWhereAnotherProtocolIsSpoken() {
        try (FakeSubgraph other = FakeSubgraph.withSubprotocol("graphql-ws")) {
            StepVerifier.create(subscriptions.subscribe(other.request("a"), NO_HEADERS))
                    .expectErrorSatisfies(code("SUBGRAPH_SUBSCRIPTION_REFUSED"))
                    .verify(PATIENCE);
        }
    }

    @Test
    void doesNotTryAgainWhereTheConnectionIsRefused() throws InterruptedException {
        subgraph.acknowledges = false;
        Listener listener = new Listener(subscribe("a"));
        subgraph.received();
        subgraph.opened().close(4403);

        assertThat(listener.next()).isEqualTo("SUBGRAPH_SUBSCRIPTION_REFUSED");
        assertThat(subgraph.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "{}",
                "[]",
                "{\"type\":\"next\",\"payload\":{}}",
                "{\"type\":\"next\",\"id\":\"1\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":[]}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{\"data\":}}",
                "{\"type\":\"error\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"data\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_ack\"}"
            })
    void endsWithACodeWhenAMessageIsMalformed(String message) throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().send(message);

        assertThat(listener.next()).isEqualTo("SUBGRAPH_RESPONSE_INVALID");
        assertThat(subgraph.received()).isEqualTo("closed");
    }

    @Test
    void endsWithACodeWhenAFrameIsMalformed() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().sendRaw(0x83, 0);
        assertThat(listener.next()).isEqualTo("SUBGRAPH_RESPONSE_INVALID");
        subgraph.received();

        Listener binary = new Listener(subscribe("a"));
        subscribed().sendBinary((byte) 1);
        assertThat(binary.next()).isEqualTo("SUBGRAPH_RESPONSE_INVALID");
    }

    @Test
    void endsWithACodeWhenAMessageIsTooLarge() throws InterruptedException {
        Listener whole = new Listener(subscribe("a"));
        subscribed().next("1", "{\"data\":\"" + "x".repeat(5000) + "\"}");
        assertThat(whole.next()).isEqualTo("SUBGRAPH_RESPONSE_TOO_LARGE");
        assertThat(subgraph.received()).isEqualTo("closed");

        Listener parts = new Listener(subscribe("a"));
        subscribed().sendInTwo("{\"type\":\"next\"," + " ".repeat(3000), " ".repeat(3000));
        assertThat(parts.next()).isEqualTo("SUBGRAPH_RESPONSE_TOO_LARGE");
    }

    @Test
    void putsTheFramesOfAMessageTogether() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().sendInTwo("{\"type\":\"next\",\"id\":\"1\",", "\"payload\":{\"data\":1}}");

        assertThat(listener.next()).isEqualTo("{\"data\":1}");
    }

    @Test
    void endsASubscriptionWhoseEventsAreNotWorkedOnAndNoOther() throws InterruptedException {
        Listener slow = new Listener(subscribe("a"), 0);
        FakeSubgraph.Socket socket = subscribed();
        Listener other = new Listener(subscribe("b"));
        subgraph.received();
        for (int n = 0; n < 100; n++) {
            socket.next("1", "{\"data\":" + n + "}");
        }
        socket.next("2", "{\"data\":2}");

        assertThat(other.next()).isEqualTo("{\"data\":2}");
        assertThat(subgraph.received()).isEqualTo("{\"type\":\"complete\",\"id\":\"1\"}");
        slow.request(Long.MAX_VALUE);
        for (int n = 0; n < 4; n++) {
            assertThat(slow.next()).isEqualTo("{\"data\":" + n + "}");
        }
        String last = slow.next();
        while (last.startsWith("{")) {
            last = slow.next();
        }
        assertThat(last).isEqualTo("SLOW_CONSUMER");
    }

    @Test
    void handsOnAllOfABurstToWhoWorksOnIt() throws InterruptedException {
        Listener listener = new Listener(subscribe("a").publishOn(Schedulers.single(), 1));
        FakeSubgraph.Socket socket = subscribed();
        for (int n = 0; n < 20_000; n++) {
            socket.next("1", "{\"data\":" + n + "}");
        }
        for (int n = 0; n < 20_000; n++) {
            assertThat(listener.next()).isEqualTo("{\"data\":" + n + "}");
        }
    }

    @Test
    void waitsNoLongerForWhoHasLeft() throws InterruptedException {
        Listener slow = new Listener(subscribe("a"), 0);
        FakeSubgraph.Socket socket = subscribed();
        Listener other = new Listener(subscribe("b"));
        subgraph.received();
        for (int n = 0; n < 100; n++) {
            socket.next("1", "{\"data\":" + n + "}");
        }
        socket.next("2", "{\"data\":2}");
        slow.dispose();

        assertThat(other.next()).isEqualTo("{\"data\":2}");
    }

    @Test
    void answersTheSubgraphsPings() throws InterruptedException {
        new Listener(subscribe("a"));
        subscribed().send("{\"type\":\"ping\",\"payload\":{\"n\":1}}");

        assertThat(subgraph.received()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"n\":1}}");
    }

    @Test
    void leavesAConnectionOnWhichNothingIsHeard() throws InterruptedException {
        subscriptions =
                subscriptions(100, new UpstreamSettings(Protocol.WEBSOCKET, null, Duration.ofMillis(200), List.of()));
        new Listener(subscribe("a"));
        subscribed();

        assertThat(subgraph.received()).isEqualTo("closed");
        assertThat(subgraph.received()).contains("\"connection_init\"");
        assertThat(subgraph.received()).contains("\"subscribe\"");
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

    @Test
    void endsEverythingWhenItIsClosed() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed();
        subscriptions.close();

        assertThat(listener.next()).isEqualTo("SUBGRAPH_UNREACHABLE");
        assertThat(subgraph.received()).isEqualTo("closed");
        assertThat(new Listener(subscribe("a")).next()).isEqualTo("SUBGRAPH_UNREACHABLE");
    }

    /** Writes down what comes; an error by its code. */
    private static final class Listener extends BaseSubscriber<String> {

        private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
        private final long demand;

        Listener(Flux<String> events) {
            this(events, Long.MAX_VALUE);
        }

        Listener(Flux<String> events, long demand) {
            this.demand = demand;
            events.subscribe(this);
        }

        String next() throws InterruptedException {
            String signal = signals.poll(30, TimeUnit.SECONDS);
            if (signal == null) {
                throw new AssertionError("Nothing came");
            }
            return signal;
        }

        @Override
        protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
            if (demand > 0) {
                request(demand);
            }
        }

        @Override
        protected void hookOnNext(String event) {
            signals.add(event);
        }

        @Override
        protected void hookOnComplete() {
            signals.add("complete");
        }

        @Override
        protected void hookOnError(Throwable failure) {
            signals.add(failure instanceof SubgraphException known ? known.code() : failure.toString());
        }
    }
}
