package io.asyncflow.gateway.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Kind;
import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.Outcome.Patch;
import io.asyncflow.gateway.executor.Outcome.Pending;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class GraphQLSocketsTest {

    private final FakeService service = new FakeService();
    private final GraphQLSockets sockets =
            new GraphQLSockets("gateway", service, WebSocketSettings.DEFAULT, origin -> false);
    private final DisposableServer server =
            HttpServer.create().port(0).handle(sockets).bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private TestClient client() throws InterruptedException {
        return TestClient.open(server.port()).initialised();
    }

    @Test
    void answersAQueryWithOneNextAndAComplete() throws InterruptedException {
        service.answering("{ a }", "{\"data\":{\"a\":1}}");
        try (TestClient client = client()) {
            client.subscribe("q1", "{ a }");

            assertThat(client.receive())
                    .isEqualTo("{\"type\":\"next\",\"id\":\"q1\",\"payload\":{\"data\":{\"a\":1}}}");
            assertThat(client.receive()).isEqualTo("{\"type\":\"complete\",\"id\":\"q1\"}");
        }
    }

    @Test
    void handsOnWhatTheClientWrote() throws InterruptedException {
        service.answering("mutation M { m }", "{\"data\":{\"m\":1}}");
        try (TestClient client = client()) {
            client.send("{\"id\":\"m\",\"type\":\"subscribe\",\"payload\":{\"query\":\"mutation M { m }\","
                    + "\"operationName\":\"\\u004d\",\"variables\":{\"v\":[1]},\"extensions\":{\"e\":2}}}");
            client.receive();

            assertThat(service.requests).singleElement().satisfies(request -> {
                assertThat(request.operationName()).isEqualTo("M");
                assertThat(request.variables()).hasToString("{\"v\":[1]}");
                assertThat(request.extensions()).hasToString("{\"e\":2}");
                assertThat(request.way()).isEqualTo(ClientRequest.Way.OPEN);
            });
        }
    }

    @Test
    void letsADocumentBeNamedByItsHash() throws InterruptedException {
        service.answering("unused", "{}");
        try (TestClient client = client()) {
            client.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"extensions\":{\"persistedQuery\":{}}}}");
            client.receive();

            assertThat(service.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request.query()).isNull());
        }
    }

    @Test
    void sendsARefusalAsAnErrorAndNothingAfterIt() throws InterruptedException {
        service.refusing("{ wrong }", Kind.REFUSED, "{\"errors\":[{\"message\":\"No field 'wrong'\"}]}")
                .answering("{ a }", "{\"data\":{\"a\":1}}");
        try (TestClient client = client()) {
            client.subscribe("bad", "{ wrong }");
            assertThat(client.receive())
                    .isEqualTo("{\"type\":\"error\",\"id\":\"bad\",\"payload\":[{\"message\":\"No field 'wrong'\"}]}");

            client.subscribe("bad", "{ a }");
            assertThat(client.receive()).contains("\"next\"");
        }
    }

    @Test
    void sendsEveryKindThatIsNotExecutedAsAnError() throws InterruptedException {
        try (TestClient client = client()) {
            for (Kind kind : Kind.values()) {
                service.refusing(kind.name(), kind, "{\"errors\":[{\"message\":\"x\"}]}");
                client.subscribe("1", kind.name());
                assertThat(client.receive()).contains(kind == Kind.EXECUTED ? "\"next\"" : "\"error\"");
                if (kind == Kind.EXECUTED) {
                    client.receive();
                }
            }
        }
    }

    @Test
    void sendsEachPartOfAnIncrementalAnswer() throws InterruptedException {
        Pending pending = new Pending(0, "more \"of it\"", List.of("a", 1));
        Pending failing = new Pending(1, null, List.of());
        service.answering(
                "{ a }",
                () -> Mono.just(new Outcome.Incremental(Flux.just(
                        new Part(Json.of("{\"data\":{\"a\":1}}"), List.of(pending, failing), List.of(), true),
                        new Part(null, List.of(), List.of(new Patch(pending, Json.of("{\"b\":2}"), null)), true),
                        new Part(null, List.of(), List.of(new Patch(failing, null, Json.of("[{}]"))), false)))));
        try (TestClient client = client()) {
            client.subscribe("d", "{ a }");

            assertThat(client.receive()).endsWith("""
                    "payload":{"data":{"a":1},"pending":[{"id":"0","path":["a",1],"label":"more \\"of it\\""},\
                    {"id":"1","path":[]}],"hasNext":true}}""");
            assertThat(client.receive()).endsWith("""
                    "payload":{"incremental":[{"id":"0","data":{"b":2}}],"completed":[{"id":"0"}],"hasNext":true}}""");
            assertThat(client.receive()).endsWith("""
                    "payload":{"completed":[{"id":"1","errors":[{}]}],"hasNext":false}}""");
            assertThat(client.receive()).isEqualTo("{\"type\":\"complete\",\"id\":\"d\"}");
        }
    }

    @Test
    void runsManyOperationsOnOneSocket() throws InterruptedException {
        Sinks.Many<String> first = Sinks.many().unicast().onBackpressureBuffer();
        Sinks.Many<String> second = Sinks.many().unicast().onBackpressureBuffer();
        CountDownLatch listening = new CountDownLatch(2);
        service.streaming("first", first.asFlux().doOnSubscribe(s -> listening.countDown()))
                .streaming("second", second.asFlux().doOnSubscribe(s -> listening.countDown()))
                .answering("{ a }", "{\"data\":{\"a\":1}}");
        try (TestClient client = client()) {
            client.subscribe("1", "first").subscribe("2", "second");
            assertThat(listening.await(30, TimeUnit.SECONDS)).isTrue();

            second.tryEmitNext("{\"data\":2}").orThrow();
            assertThat(client.receive()).isEqualTo("{\"type\":\"next\",\"id\":\"2\",\"payload\":{\"data\":2}}");
            client.subscribe("3", "{ a }");
            assertThat(client.receive()).contains("\"next\",\"id\":\"3\"");
            assertThat(client.receive()).contains("\"complete\",\"id\":\"3\"");
            first.tryEmitNext("{\"data\":1}").orThrow();
            assertThat(client.receive()).contains("\"next\",\"id\":\"1\"");
            second.tryEmitComplete().orThrow();
            assertThat(client.receive()).isEqualTo("{\"type\":\"complete\",\"id\":\"2\"}");
        }
    }

    @Test
    void cancelsAtOnceWhenTheClientCompletesWithoutAnEventPending() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        service.streaming(
                "silent",
                Flux.<String>never().doOnSubscribe(s -> listening.countDown()).doOnCancel(cancelled::countDown));
        try (TestClient client = client()) {
            client.subscribe("1", "silent");
            assertThat(listening.await(30, TimeUnit.SECONDS)).isTrue();
            client.complete("1");

            assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
            service.answering("{ a }", "{\"data\":{\"a\":1}}");
            client.subscribe("1", "{ a }");
            assertThat(client.receive()).contains("\"next\",\"id\":\"1\"");
        }
    }

    @Test
    void cancelsEverythingWhenTheClientIsGone() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(2);
        CountDownLatch cancelled = new CountDownLatch(2);
        service.streaming(
                        "silent",
                        Flux.<String>never()
                                .doOnSubscribe(s -> listening.countDown())
                                .doOnCancel(cancelled::countDown))
                .answering(
                        "{ slow }",
                        () -> Mono.<Outcome>never()
                                .doOnSubscribe(s -> listening.countDown())
                                .doOnCancel(cancelled::countDown));
        try (TestClient client = client()) {
            client.subscribe("1", "silent").subscribe("2", "{ slow }");
            assertThat(listening.await(30, TimeUnit.SECONDS)).isTrue();
            client.abort();

            assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ignoresTheCompletionOfWhatIsOver() throws InterruptedException {
        try (TestClient client = client()) {
            client.complete("unknown").send("{\"type\":\"ping\"}");

            assertThat(client.receive()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @Test
    void tellsTheCodeOfAFailureThatIsForClients() throws InterruptedException {
        service.streaming(
                "news",
                Flux.just("{\"data\":1}")
                        .concatWith(Flux.error(new SubgraphException("SUBSCRIPTION_SCHEMA_RELOAD", "New schema"))));
        try (TestClient client = client()) {
            client.subscribe("1", "news");

            assertThat(client.receive()).contains("\"next\"");
            assertThat(client.receive())
                    .isEqualTo("{\"type\":\"error\",\"id\":\"1\",\"payload\":[{\"message\":\"New schema\","
                            + "\"extensions\":{\"code\":\"SUBSCRIPTION_SCHEMA_RELOAD\"}}]}");
        }
    }

    @Test
    void keepsTheTextOfAnyOtherFailureToItself() throws InterruptedException {
        try (TestClient client = client()) {
            client.subscribe("1", "unknown");

            assertThat(client.receive()).contains("INTERNAL_SERVER_ERROR").doesNotContain("secret");
        }
    }

    @Test
    void answersPingsWithTheirPayloadAlsoBeforeTheConnectionIsInitialised() throws InterruptedException {
        try (TestClient client = TestClient.open(server.port())) {
            client.send("{\"type\":\"pong\"}").send("{\"type\":\"ping\",\"payload\":{\"n\":[1]}}");

            assertThat(client.receive()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"n\":[1]}}");
        }
    }

    @Test
    void takesTheCallerFromTheHandshakeAndTheInitialPayload() throws InterruptedException {
        service.answering("{ a }", "{\"data\":{}}");
        try (TestClient client = TestClient.open(server.port(), "X-From", "handshake", "Authorization", "old")) {
            client.send("{\"type\":\"connection_init\",\"payload\":"
                    + "{\"Authorization\":\"Bearer t\",\"X-From\":\"payload\",\"x-other\":\"no\"}}");
            client.receive();
            client.subscribe("1", "{ a }").receive();

            assertThat(service.callers).singleElement().satisfies(caller -> {
                assertThat(caller.header("authorization")).isEqualTo("Bearer t");
                assertThat(caller.header("x-from")).isEqualTo("handshake");
                assertThat(caller.headers()).doesNotContainKeys("x-other", "upgrade", "sec-websocket-key");
            });
        }
    }

    @Test
    void stopsGracefully() throws InterruptedException {
        Sinks.One<Outcome> mutation = Sinks.one();
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch listening = new CountDownLatch(2);
        service.streaming(
                        "news",
                        Flux.<String>never()
                                .doOnSubscribe(s -> listening.countDown())
                                .doOnCancel(cancelled::countDown))
                .answering("mutation", () -> mutation.asMono().doOnSubscribe(s -> listening.countDown()));
        try (TestClient client = client();
                TestClient idle = client()) {
            client.subscribe("s", "news").subscribe("m", "mutation");
            assertThat(listening.await(30, TimeUnit.SECONDS)).isTrue();
            Mono<Void> stopped = sockets.shutDown(Duration.ofSeconds(30)).cache();
            stopped.subscribe();

            assertThat(idle.closed()).isEqualTo("1001 Going away");
            assertThat(client.receive()).isEqualTo("{\"type\":\"complete\",\"id\":\"s\"}");
            assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
            client.subscribe("late", "mutation");
            assertThat(client.receive()).contains("\"error\",\"id\":\"late\"").contains("SHUTTING_DOWN");
            mutation.tryEmitValue(new Outcome.Single(Json.of("{\"data\":{}}"), Kind.EXECUTED))
                    .orThrow();
            assertThat(client.receive()).contains("\"next\",\"id\":\"m\"");
            assertThat(client.receive()).contains("\"complete\",\"id\":\"m\"");
            assertThat(client.closed()).isEqualTo("1001 Going away");
            stopped.block(Duration.ofSeconds(30));
            assertThat(sockets.size()).isZero();
        }
    }

    @Test
    void givesUpWhatStillRunsAfterTheTimeOfGrace() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch listening = new CountDownLatch(1);
        service.answering(
                "{ stuck }",
                () -> Mono.<Outcome>never()
                        .doOnSubscribe(s -> listening.countDown())
                        .doOnCancel(cancelled::countDown));
        try (TestClient client = client()) {
            client.subscribe("q", "{ stuck }");
            assertThat(listening.await(30, TimeUnit.SECONDS)).isTrue();
            sockets.shutDown(Duration.ofMillis(50)).block(Duration.ofSeconds(30));

            assertThat(client.receive()).isEqualTo("{\"type\":\"complete\",\"id\":\"q\"}");
            assertThat(client.closed()).isEqualTo("1001 Going away");
            assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
