package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.HttpProtocol;

@Timeout(60)
class Http2Test {

    private static final String ANSWER = "{\"data\":" + Asking.BODY + "}";

    @AutoClose
    private final Asking asking = new Asking(new Traffic().http2().maxResponseSize(DataSize.ofMegabytes(3)));

    @Test
    void asksOverOneConnection() {
        try (var subgraph =
                serving((asked, response) -> FakeSubgraph.json(response, "{\"data\":" + asked.body() + "}"))) {
            for (int i = 0; i < 3; i++) {
                Asking.expect(asking.query(subgraph.url()), ANSWER);
            }
            assertThat(subgraph.asked().getFirst().path()).isEqualTo("/graphql");
            assertThat(asking.state().connections()).isEqualTo(1);
        }
    }

    @Test
    void asksAllAtTheSameTime() {
        var all = new CountDownLatch(50);
        Sinks.Empty<Void> go = Sinks.empty();
        try (var subgraph = serving((asked, response) -> {
            all.countDown();
            if (all.getCount() == 0) {
                go.tryEmitEmpty();
            }
            return go.asMono().then(Mono.from(FakeSubgraph.json(response, "{\"data\":{}}")));
        })) {
            Asking.expect(
                    Flux.range(0, 50)
                            .flatMap(i -> asking.query(subgraph.url()), 50)
                            .count()
                            .map(String::valueOf),
                    "50");
            assertThat(asking.state().connections()).isEqualTo(1);
        }
    }

    @Test
    void opensMoreWhereTheSubgraphTakesFewStreams() {
        Sinks.Empty<Void> go = Sinks.empty();
        var all = new CountDownLatch(6);
        try (var subgraph = FakeSubgraph.shaped(
                server -> server.protocol(HttpProtocol.H2C).http2Settings(http2 -> http2.maxConcurrentStreams(2)),
                (asked, response) -> {
                    all.countDown();
                    if (all.getCount() == 0) {
                        go.tryEmitEmpty();
                    }
                    return go.asMono().then(Mono.from(FakeSubgraph.json(response, "{\"data\":{}}")));
                })) {
            var answers = Flux.range(0, 6).flatMap(i -> asking.query(subgraph.url()), 6);
            Asking.expect(answers.count().map(String::valueOf), "6");
        }
    }

    @Test
    void readsLargeAnswers() {
        String large = "x".repeat(3_000_000);
        try (var subgraph = serving((asked, response) -> FakeSubgraph.json(response, large))) {
            Asking.expect(asking.query(subgraph.url()), large);
            Asking.expect(asking.query(subgraph.url()), large);
        }
    }

    @Test
    void refusesAnswersThatAreTooLarge() {
        try (var subgraph = serving((asked, response) -> asked.body().contains("large")
                ? response.header("content-type", "application/json")
                        .sendString(Flux.range(0, 1000).map(i -> "x".repeat(100_000)))
                        .then()
                : FakeSubgraph.json(response, "{\"data\":{}}"))) {
            Asking.expectError(
                    asking.send(
                            subgraph.url(),
                            io.asyncflow.gateway.language.OperationType.QUERY,
                            "{\"query\":\"{ large }\"}",
                            io.asyncflow.gateway.executor.Caller.UNKNOWN),
                    "SUBGRAPH_RESPONSE_TOO_LARGE",
                    "The subgraph products answered with more than may be read");
            Asking.expect(asking.query(subgraph.url()), "{\"data\":{}}");
            assertThat(asking.state().connections()).isEqualTo(1);
        }
    }

    @Test
    void resetsTheStreamWhereNobodyWaitsAnyMore() throws Exception {
        var asked = new CountDownLatch(1);
        var gone = new CompletableFuture<Boolean>();
        try (var subgraph = serving((one, response) -> {
            if (one.body().contains("slow")) {
                asked.countDown();
                return Mono.<Void>never().doOnCancel(() -> gone.complete(true));
            }
            return FakeSubgraph.json(response, "{\"data\":{}}");
        })) {
            Disposable waiting = asking.send(
                            subgraph.url(),
                            io.asyncflow.gateway.language.OperationType.MUTATION,
                            "{\"query\":\"{ slow }\"}",
                            io.asyncflow.gateway.executor.Caller.UNKNOWN)
                    .subscribe();
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            waiting.dispose();

            assertThat(gone.get(10, TimeUnit.SECONDS)).isTrue();
            Asking.expect(asking.query(subgraph.url()), "{\"data\":{}}");
            assertThat(asking.state().connections()).isEqualTo(1);
        }
    }

    @Test
    void tellsWhereTheSubgraphSpeaksAnOlderHttp() throws Exception {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.write("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
        })) {
            Asking.expectError(
                    asking.query(subgraph.url()), "SUBGRAPH_UNREACHABLE", "The subgraph products could not be reached");
        }
    }

    @Test
    void waitsNoLongerThanItMay() {
        try (var brief = new Asking(new Traffic().http2().timeout(Duration.ofMillis(200)));
                var subgraph = serving((asked, response) -> Mono.never())) {
            Asking.expectError(
                    brief.query(subgraph.url()), "SUBGRAPH_TIMEOUT", "The subgraph products did not answer in time");
        }
    }

    private static FakeSubgraph serving(
            java.util.function.BiFunction<
                            FakeSubgraph.Asked,
                            reactor.netty.http.server.HttpServerResponse,
                            org.reactivestreams.Publisher<Void>>
                    answering) {
        return FakeSubgraph.shaped(server -> server.protocol(HttpProtocol.H2C), answering);
    }
}
