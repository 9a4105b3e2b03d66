package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

/** Connections on which little passes, but not nothing. */
class IdleConnectionsTest {

    private static final Duration LONGER_THAN_IDLE = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpLimitSettings LIMITS = new HttpLimitSettings(
            DataSize.ofKilobytes(10),
            DataSize.ofKilobytes(2),
            DataSize.ofKilobytes(4),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofMillis(600));

    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final DisposableServer server = new ConnectionLimits(LIMITS)
            .limit(HttpServer.create().port(0).protocol(HttpProtocol.HTTP11, HttpProtocol.H2C))
            .route(routes -> routes.get("/slow", (_, response) -> answer(response, LONGER_THAN_IDLE))
                    .get("/fast", this::fast)
                    .ws("/ws", (_, out) -> out.sendString(Mono.just("late").delayElement(LONGER_THAN_IDLE))))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private Publisher<Void> fast(HttpServerRequest request, HttpServerResponse response) {
        clients.add(request.remoteAddress());
        return answer(response, Duration.ZERO);
    }

    private static Publisher<Void> answer(HttpServerResponse response, Duration delay) {
        return response.sendString(Mono.just("late").delayElement(delay));
    }

    @Test
    void leavesAWebSocketOpenOnWhichNothingPasses() {
        String message = client(HttpProtocol.HTTP11)
                .websocket()
                .uri("/ws")
                .handle((in, _) -> in.receive().asString())
                .blockFirst(PATIENCE);

        assertThat(message).isEqualTo("late");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP11", "H2C"})
    void leavesAConnectionOpenWhoseAnswerIsStillToCome(HttpProtocol protocol) {
        assertThat(get(client(protocol), "/slow").block(PATIENCE)).isEqualTo("late");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP11", "H2C"})
    void leavesAConnectionOpenOnWhichRequestsComeNowAndThen(HttpProtocol protocol) {
        HttpClient client = client(protocol);

        Flux.interval(Duration.ofMillis(100))
                .take(15)
                .concatMap(_ -> get(client, "/fast"))
                .then()
                .block(PATIENCE);

        assertThat(clients).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP11", "H2C"})
    void closesAConnectionOnWhichNothingComesAnyMore(HttpProtocol protocol) {
        var closed = Sinks.<Boolean>one();
        HttpClient client = client(protocol)
                .doOnConnected(
                        connection -> connection.channel().closeFuture().addListener(_ -> closed.tryEmitValue(true)));

        get(client, "/fast").block(PATIENCE);

        assertThat(closed.asMono().block(PATIENCE)).isTrue();
    }

    private HttpClient client(HttpProtocol protocol) {
        return HttpClient.create(ConnectionProvider.create("idle", 1))
                .port(server.port())
                .protocol(protocol);
    }

    private static Mono<String> get(HttpClient client, String path) {
        return client.get().uri(path).responseSingle((_, body) -> body.asString());
    }
}
