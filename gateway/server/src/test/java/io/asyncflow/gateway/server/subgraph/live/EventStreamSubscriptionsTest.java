package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

class EventStreamSubscriptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SubgraphSubscriptions subscriptions = new SubgraphSubscriptions(
            new SubscriptionSettings(
                    true,
                    new SubscriptionSettings.Mode(new SubscriptionSettings.Passthrough(
                            UpstreamSettings.DEFAULT,
                            Map.of("news", new UpstreamSettings(Protocol.SSE, "/events", Duration.ZERO, List.of())))),
                    4,
                    Duration.ofSeconds(1),
                    100,
                    DataSize.ofKilobytes(4),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(100),
                    new ReconnectSettings(2, Duration.ofMillis(10), Duration.ofMillis(50), 0.5)),
            HttpClient.newConnection());

    private static FakeSubgraph streaming(Flux<String> pieces) {
        return FakeSubgraph.overEvents((request, response) -> stream(response, pieces));
    }

    private static Publisher<Void> stream(HttpServerResponse response, Flux<String> pieces) {
        return response.sse()
                .header("Content-Type", "text/event-stream;charset=utf-8")
                .sendString(pieces);
    }

    private static FakeSubgraph answering(int status, String type, String body) {
        return FakeSubgraph.overEvents((request, response) ->
                response.status(status).header("Content-Type", type).sendString(Mono.just(body)));
    }

    private Flux<String> subscribe(FakeSubgraph subgraph) {
        return subscriptions
                .subscribe(subgraph.request("subscription { a }"), Map.of("authorization", List.of("Bearer t")))
                .map(Json::toString);
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static Consumer<Throwable> code(String code) {
        return failure -> {
            assertThat(failure).isInstanceOf(SubgraphException.class);
            assertThat(((SubgraphException) failure).code()).isEqualTo(code);
        };
    }

    @Test
    void handsOnEventsUntilTheSubgraphCompletes() {
        Flux<String> pieces = Flux.just(
                ":\n\n" + event("next", "{\"data\":{\"a\":1}}") + "event: ne",
                "xt\ndata: {\"data\":{\"a\":2}}\n",
                "\n",
                event("ping", ""),
                event("complete", ""));
        try (FakeSubgraph subgraph = streaming(pieces.concatWith(Flux.never()))) {
            StepVerifier.create(subscribe(subgraph))
                    .expectNext("{\"data\":{\"a\":1}}", "{\"data\":{\"a\":2}}")
                    .expectComplete()
                    .verify(PATIENCE);
        }
    }

    @Test
    void asksAsTheProtocolSays() {
        AtomicReference<String> asked = new AtomicReference<>();
        BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> posts =
                (request, response) -> request.receive().aggregate().asString().flatMap(body -> {
                    asked.set(request.requestHeaders().get("Accept") + "|"
                            + request.requestHeaders().get("Content-Type") + "|"
                            + request.requestHeaders().get("Authorization") + "|" + body);
                    return Mono.from(stream(response, Flux.just(event("complete", ""))));
                });
        try (FakeSubgraph subgraph = FakeSubgraph.overEvents(posts)) {
            StepVerifier.create(subscribe(subgraph)).expectComplete().verify(PATIENCE);

            assertThat(asked)
                    .hasValue("text/event-stream|application/json|Bearer t|{\"query\":\"subscription { a }\"}");
        }
    }

    @Test
    void closesTheStreamAtOnceWhenNobodyListensAnyMore() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> posts = (request, response) -> {
            request.withConnection(connection -> connection.onDispose(closed::countDown));
            return stream(response, Flux.just(event("next", "{\"data\":1}")).concatWith(Flux.never()));
        };
        try (FakeSubgraph subgraph = FakeSubgraph.overEvents(posts)) {
            StepVerifier.create(subscribe(subgraph))
                    .expectNext("{\"data\":1}")
                    .thenCancel()
                    .verify(PATIENCE);

            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(subscriptions.size()).isZero();
        }
    }

    @Test
    void takesASubscriptionUpAgainWhenItsStreamBreaksOff() {
        AtomicInteger streams = new AtomicInteger();
        BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> posts = (request, response) -> {
            int n = streams.incrementAndGet();
            return stream(
                    response, Flux.just(event("next", "{\"data\":" + n + "}") + (n == 3 ? event("complete", "") : "")));
        };
        try (FakeSubgraph subgraph = FakeSubgraph.overEvents(posts)) {
            StepVerifier.create(subscribe(subgraph))
                    .expectNext("{\"data\":1}", "{\"data\":2}", "{\"data\":3}")
                    .expectComplete()
                    .verify(PATIENCE);
        }
    }

    @Test
    void endsWhatItCannotTakeUpAgain() {
        try (FakeSubgraph subgraph = streaming(Flux.just(event("next", "{\"data\":1}")))) {
            StepVerifier.create(subscribe(subgraph))
                    .expectNext("{\"data\":1}", "{\"data\":1}", "{\"data\":1}")
                    .expectErrorSatisfies(code("SUBGRAPH_SUBSCRIPTION_LOST"))
                    .verify(PATIENCE);
        }
    }

    @Test
    void takesAResponseWithoutAStreamForTheOnlyOne() {
        try (FakeSubgraph subgraph = answering(400, "application/json", "{\"errors\":[{\"message\":\"no\"}]}")) {
            StepVerifier.create(subscribe(subgraph))
                    .expectNext("{\"errors\":[{\"message\":\"no\"}]}")
                    .expectComplete()
                    .verify(PATIENCE);
        }
    }

    @Test
    void refusesOtherAnswers() {
        expectCode("SUBGRAPH_RESPONSE_INVALID", answering(200, "text/html", "<p>"));
        expectCode("SUBGRAPH_RESPONSE_INVALID", answering(200, "application/json", "rubbish"));
        expectCode("SUBGRAPH_HTTP_ERROR", answering(404, "text/html", "<p>"));
        expectCode("SUBGRAPH_HTTP_ERROR", answering(503, "application/json", "{\"errors\":[]}"));
        expectCode(
                "SUBGRAPH_RESPONSE_TOO_LARGE",
                answering(200, "application/json", "{\"data\":\"" + "x".repeat(5000) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "[]", "{\"data\":", "\"text\""})
    void endsWithACodeWhenAnEventIsMalformed(String data) {
        expectCode(
                "SUBGRAPH_RESPONSE_INVALID",
                streaming(Flux.just(event("next", data)).concatWith(Flux.never())));
    }

    @Test
    void endsWithACodeWhenAnEventIsTooLarge() {
        expectCode(
                "SUBGRAPH_RESPONSE_TOO_LARGE",
                streaming(Flux.just(event("next", "{\"data\":\"" + "x".repeat(5000)))
                        .concatWith(Flux.never())));
    }

    @Test
    void doesNotWaitForeverForAnAnswer() {
        expectCode("SUBGRAPH_TIMEOUT", FakeSubgraph.overEvents((request, response) -> Mono.never()));
    }

    @Test
    void waitsForEventsAsLongAsItTakes() {
        Flux<String> late =
                Mono.delay(Duration.ofMillis(1500)).thenMany(Flux.just(event("next", "{}"), event("complete", "")));
        try (FakeSubgraph subgraph = streaming(late)) {
            StepVerifier.create(subscribe(subgraph))
                    .expectNext("{}")
                    .expectComplete()
                    .verify(PATIENCE);
        }
    }

    @Test
    void readsNoFasterThanItsEventsAreAskedFor() {
        AtomicInteger sent = new AtomicInteger();
        Flux<String> flood = Flux.range(0, 50_000)
                .map(n -> event("next", "{\"data\":\"" + "x".repeat(1000) + "\"}"))
                .doOnNext(event -> sent.incrementAndGet());
        try (FakeSubgraph subgraph = streaming(flood.concatWith(Flux.just(event("complete", ""))))) {
            StepVerifier.create(subscribe(subgraph), 1)
                    .expectNextCount(1)
                    .thenAwait(Duration.ofMillis(500))
                    .then(() -> assertThat(sent).hasValueLessThan(40_000))
                    .thenRequest(Long.MAX_VALUE)
                    .expectNextCount(49_999)
                    .expectComplete()
                    .verify(Duration.ofSeconds(30));
        }
    }

    private void expectCode(String code, FakeSubgraph subgraph) {
        try (subgraph) {
            StepVerifier.create(subscribe(subgraph))
                    .expectErrorSatisfies(code(code))
                    .verify(PATIENCE);
        }
    }
}
