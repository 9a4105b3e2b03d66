package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Requests as they come over one connection: in one go, in pieces, over HTTP/2, and from clients that leave. */
class OneConnectionTest {

    private static final String TYPENAME = "{\"data\":{\"__typename\":\"Query\"}}";

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void cancelsAnOperationWhoseClientHasGone() {
        var asked = Sinks.<Boolean>one();
        var cancelled = Sinks.<Boolean>one();
        service.on(
                "{a}",
                Mono.<Outcome>never()
                        .doOnSubscribe(_ -> asked.tryEmitValue(true))
                        .doOnCancel(() -> cancelled.tryEmitValue(true)));
        var wire = gateway.open().write(Gateway.request("{\"query\":\"{a}\"}"));
        StepVerifier.create(asked.asMono()).expectNext(true).verifyComplete();

        wire.close();

        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void answersRequestsThatComeInOneGoInTheirOrder() {
        service.on("{a}", Mono.delay(Duration.ofMillis(100)).map(_ -> FakeService.TYPENAME));
        service.on("{b}", FakeService.single("{\"data\":\"last\"}", Outcome.Kind.EXECUTED));
        try (var wire = gateway.open()) {
            wire.write(Gateway.request("{\"query\":\"{a}\"}") + Gateway.request("{\"query\":\"{b}\"}"));

            assertThat(wire.readUntil("\"last\"}")).contains(TYPENAME);
        }
    }

    @Test
    void readsABodyThatComesInChunks() {
        try (var wire = gateway.open()) {
            wire.write("POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"query\":\r\n");
            wire.write("6\r\n\"{a}\"}\r\n0\r\n\r\n");

            assertThat(wire.readUntil("}}")).startsWith("HTTP/1.1 200 ");
            assertThat(service.requests.getFirst().query()).hasToString("\"{a}\"");
        }
    }

    @Test
    void speaksHttp2() {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> upgraded =
                Gateway.send(client, gateway.post("{\"query\":\"{a}\"}"), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> next =
                Gateway.send(client, gateway.post("{\"query\":\"{a}\"}"), HttpResponse.BodyHandlers.ofString());

        assertThat(upgraded.body()).isEqualTo(TYPENAME);
        assertThat(next.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(next.body()).isEqualTo(TYPENAME);
    }
}
