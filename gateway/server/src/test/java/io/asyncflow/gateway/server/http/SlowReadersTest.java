package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

class SlowReadersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] PIECE = new byte[1_000_000];
    private static final int PIECES = 30;
    private static final HttpLimitSettings LIMITS = new HttpLimitSettings(
            DataSize.ofKilobytes(10),
            DataSize.ofKilobytes(2),
            DataSize.ofKilobytes(4),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofMillis(600));

    private final Sinks.One<Boolean> closed = Sinks.one();
    private final DisposableServer server = new ConnectionLimits(LIMITS)
            .limit(HttpServer.create().port(0))
            .doOnConnection(
                    connection -> connection.channel().closeFuture().addListener(_ -> closed.tryEmitValue(true)))
            .route(routes -> routes.get(
                            "/whole",
                            (_, response) -> response.sendByteArray(Mono.just(new byte[PIECES * PIECE.length])))
                    .get(
                            "/parts",
                            (_, response) ->
                                    response.sendByteArray(Flux.range(0, PIECES).map(_ -> PIECE))))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whole", "/parts"})
    void cutsOffAClientThatStopsReading(String path) {
        try (var wire = new Gateway.Wire(server.port())) {
            wire.write("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("\r\n\r\n");

            assertThat(closed.asMono().block(PATIENCE)).isTrue();
        }
    }

    @Test
    void waitsForAClientThatReadsSlowly() {
        Long read = HttpClient.create()
                .port(server.port())
                .get()
                .uri("/whole")
                .responseContent()
                .asByteArray()
                .map(bytes -> (long) bytes.length)
                .window(30)
                .concatMap(some -> some.reduce(0L, Long::sum).delayElement(Duration.ofMillis(20)), 1)
                .reduce(0L, Long::sum)
                .block(PATIENCE);

        assertThat(read).isEqualTo((long) PIECES * PIECE.length);
    }
}
