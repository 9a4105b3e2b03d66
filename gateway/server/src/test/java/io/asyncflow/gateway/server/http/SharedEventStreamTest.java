package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The single connection mode of graphql-sse. */
class SharedEventStreamTest {

    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(
            service,
            SettingsForTests.with(new StreamSettings(
                    Duration.ofSeconds(5), 16, SlowConsumer.DISCONNECT, 2, Duration.ofMillis(1500), 2)));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void sendsTheEventsOfManyOperationsOverOneConnection() {
        var one = Sinks.many().unicast().<Json>onBackpressureBuffer();
        service.on("{one}", new Outcome.Events(one.asFlux()));
        String token = reserve();
        try (var stream = open(token)) {
            assertThat(start(token, "{one}", "1").statusCode()).isEqualTo(202);
            one.tryEmitNext(Json.of("{\"data\":\n1}"));
            stream.readUntil("event: next\ndata: {\"id\":\"1\",\"payload\":{\"data\": 1}}\n\n");

            var second = start(token, "{__typename}", "t\\u0077\\\"o");
            assertThat(second.statusCode()).isEqualTo(202);
            assertThat(second.body()).isEmpty();
            stream.readUntil(
                    "event: next\ndata: {\"id\":\"tw\\\"o\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}\n\n");
            stream.readUntil("event: complete\ndata: {\"id\":\"tw\\\"o\"}\n\n");

            one.tryEmitComplete();
            stream.readUntil("event: complete\ndata: {\"id\":\"1\"}\n\n");
        }
    }

    @Test
    void keepsForTheClientWhatComesBeforeItListens() {
        String token = reserve();
        start(token, "{a}", "1");

        try (var stream = open(token)) {
            stream.readUntil("event: complete\ndata: {\"id\":\"1\"}\n\n");
        }
    }

    @Test
    void opensAStreamWhoseTokenStandsInTheUrl() {
        String token = reserve();
        try (var stream = gateway.open()) {
            stream.write("GET /graphql?token=" + token + " HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\n\r\n");

            assertThat(stream.readUntil(":\n\n")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void endsAnOperationAtTheClientsWish() {
        var cancelled = Sinks.<Boolean>one();
        service.on("{a}", new Outcome.Events(Flux.<Json>never().doOnCancel(() -> cancelled.tryEmitValue(true))));
        String token = reserve();
        start(token, "{a}", "1");

        var ended = Gateway.send(
                gateway.at("/graphql?operationId=1").header(TOKEN, token).DELETE());

        assertThat(ended.statusCode()).isEqualTo(200);
        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(SOON);
        assertThat(start(token, "{a}", "1").statusCode()).isEqualTo(202);
    }

    @Test
    void endsAllOperationsWithTheConnection() {
        var cancelled = Sinks.<Boolean>one();
        service.on("{a}", new Outcome.Events(Flux.<Json>never().doOnCancel(() -> cancelled.tryEmitValue(true))));
        String token = reserve();
        try (var stream = open(token)) {
            stream.readUntil(":\n\n");
            start(token, "{a}", "1");
        }

        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void endsWhatRunsOnAStreamThatNobodyOpens() {
        var cancelled = Sinks.<Boolean>one();
        service.on("{a}", new Outcome.Events(Flux.<Json>never().doOnCancel(() -> cancelled.tryEmitValue(true))));
        String token = reserve();
        start(token, "{a}", "1");

        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(SOON);
        Gateway.assertRefused(start(token, "{a}", "1"), 404, "STREAM_NOT_FOUND");
    }

    @Test
    void refusesASecondConnection() {
        String token = reserve();
        try (var first = open(token)) {
            first.readUntil(":\n\n");
            try (var second = open(token)) {
                assertThat(second.readUntil("}]}")).startsWith("HTTP/1.1 409 ").contains("STREAM_ALREADY_OPEN");
            }
        }
    }

    @Test
    void refusesWhatHasNoStreamOrNoId() {
        String token = reserve();

        Gateway.assertRefused(start("unknown", "{a}", "1"), 404, "STREAM_NOT_FOUND");
        Gateway.assertRefused(
                Gateway.send(gateway.post("{\"query\":\"{a}\"}").header(TOKEN, token)), 400, "BAD_REQUEST");
        Gateway.assertRefused(
                Gateway.send(gateway.at("/graphql").header(TOKEN, token).DELETE()), 400, "BAD_REQUEST");
        Gateway.assertRefused(Gateway.send(gateway.at("/graphql").DELETE()), 404, "STREAM_NOT_FOUND");
    }

    @Test
    void tellsAtOnceWhatIsWrongWithAnOperation() {
        service.on("{a}", FakeService.refused(Outcome.Kind.REFUSED));
        String token = reserve();

        var refused = start(token, "{a}", "1");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("\"code\":\"NO\"");
        service.on("{a}", FakeService.TYPENAME);
        assertThat(start(token, "{a}", "1").statusCode()).isEqualTo(202);
    }

    @Test
    void givesUpAnOperationThatIsEndedBeforeItsOutcome() {
        var asked = Sinks.<Boolean>one();
        var cancelled = Sinks.<Boolean>one();
        service.on(
                "{a}",
                Mono.<Outcome>never()
                        .doOnSubscribe(_ -> asked.tryEmitValue(true))
                        .doOnCancel(() -> cancelled.tryEmitValue(true)));
        String token = reserve();
        var first = CompletableFuture.supplyAsync(() -> start(token, "{a}", "1"));
        StepVerifier.create(asked.asMono()).expectNext(true).expectComplete().verify(SOON);

        assertThat(end(token, "1").statusCode()).isEqualTo(200);

        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(SOON);
        assertThat(first.orTimeout(5, TimeUnit.SECONDS).join().statusCode()).isEqualTo(202);
        service.on("{a}", FakeService.TYPENAME);
        assertThat(start(token, "{a}", "1").statusCode()).isEqualTo(202);
        try (var stream = open(token)) {
            assertThat(stream.readUntil("event: complete\ndata: {\"id\":\"1\"}\n\n"))
                    .containsOnlyOnce("event: next");
        }
    }

    @Test
    void freesTheIdOfAnOperationWhoseClientGoesBeforeItsOutcome() {
        var asked = Sinks.<Boolean>one();
        var cancelled = Sinks.<Boolean>one();
        service.on(
                "{a}",
                Mono.<Outcome>never()
                        .doOnSubscribe(_ -> asked.tryEmitValue(true))
                        .doFinally(_ -> cancelled.tryEmitValue(true)));
        String token = reserve();
        try (var wire = gateway.open()) {
            wire.write(Gateway.request("{\"query\":\"{a}\",\"extensions\":{\"operationId\":\"1\"}}")
                    .replace("Host: h", "Host: h\r\n" + TOKEN + ": " + token));
            StepVerifier.create(asked.asMono())
                    .expectNext(true)
                    .expectComplete()
                    .verify(SOON);
        }
        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(SOON);
        service.on("{a}", FakeService.TYPENAME);

        long deadline = System.nanoTime() + SOON.toNanos();
        while (start(token, "{a}", "1").statusCode() != 202) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void limitsStreamsAndOperations() {
        service.on("{a}", new Outcome.Events(Flux.never()));
        String token = reserve();
        reserve();

        assertThat(put().statusCode()).isEqualTo(503);
        assertThat(start(token, "{a}", "1").statusCode()).isEqualTo(202);
        Gateway.assertRefused(start(token, "{a}", "1"), 409, "OPERATION_ID_TAKEN");
        assertThat(start(token, "{a}", "2").statusCode()).isEqualTo(202);
        Gateway.assertRefused(start(token, "{a}", "3"), 429, "TOO_MANY_OPERATIONS");
    }

    private HttpResponse<String> put() {
        return Gateway.send(gateway.at("/graphql").PUT(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> end(String token, String id) {
        return Gateway.send(
                gateway.at("/graphql?operationId=" + id).header(TOKEN, token).DELETE());
    }

    private String reserve() {
        var reserved = put();
        assertThat(reserved.statusCode()).isEqualTo(201);
        assertThat(reserved.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(reserved.body()).matches("[0-9a-f]{32}");
        return reserved.body();
    }

    private Gateway.Wire open(String token) {
        return gateway.open()
                .write("GET /graphql HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\n" + TOKEN + ": " + token
                        + "\r\n\r\n");
    }

    private HttpResponse<String> start(String token, String query, String id) {
        return Gateway.send(
                gateway.post("{\"query\":\"" + query + "\",\"extensions\":{\"operationId\":\"" + id + "\"}}")
                        .header(TOKEN, token));
    }
}
