package io.asyncflow.gateway.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.service.RequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What is sent byte by byte, as no well-behaved client would. */
class HandshakeTest {

    private static final WebSocketSettings TWO_SOCKETS = new WebSocketSettings(
            true,
            Duration.ofSeconds(30),
            List.of("headers"),
            Duration.ZERO,
            2,
            10,
            DataSize.ofKilobytes(4),
            8,
            SlowConsumer.CLOSE,
            Duration.ofSeconds(5));

    private final FakeService service = new FakeService().answering("{ a }", "{\"data\":{}}");
    private final GraphQLSockets sockets =
            new GraphQLSockets("gateway", service, TWO_SOCKETS, "https://shop.example"::equals);
    private final DisposableServer server =
            HttpServer.create().port(0).handle(sockets).bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void admitsOnlyOriginsThatAreAllowed() throws IOException {
        assertThat(status("Origin: https://shop.example\r\n")).isEqualTo(101);
        assertThat(status("Origin: http://gateway.example\r\n")).isEqualTo(101);
        assertThat(status("Origin: https://evil.example\r\n")).isEqualTo(403);
        assertThat(status("Origin: https://gateway.example.evil.example\r\n")).isEqualTo(403);
        assertThat(status("Origin: null\r\n")).isEqualTo(403);
    }

    @Test
    void refusesFurtherSocketsUntilOneIsClosed() throws Exception {
        try (TestClient first = TestClient.open(server.port()).initialised()) {
            try (TestClient second = TestClient.open(server.port()).initialised()) {
                assertThat(status("")).isEqualTo(503);
            }
            while (sockets.size() > 1) {
                Thread.onSpinWait();
            }
            assertThat(status("")).isEqualTo(101);
            assertThat(first.isOpen()).isTrue();
        }
    }

    @Test
    void handsBackTheRequestIdAndHasItWithEachOperation() throws Exception {
        service.answering(
                "{ id }",
                () -> Mono.deferContextual(context -> Mono.just(new Outcome.Single(
                        Json.of("\""
                                + RequestContext.from(context).orElseThrow().requestId() + "\""),
                        Outcome.Kind.EXECUTED))));
        try (Socket socket = request("GET", "X-Request-Id: mine\r\n");
                TestClient client =
                        TestClient.open(server.port(), "X-Request-Id", "mine").initialised()) {
            String header = line(socket.getInputStream());
            while (!header.isEmpty() && !header.equalsIgnoreCase("X-Request-Id: mine")) {
                header = line(socket.getInputStream());
            }
            assertThat(header).isNotEmpty();
            assertThat(client.subscribe("1", "{ id }").receive()).contains("\"payload\":\"mine\"");
        }
    }

    @Test
    void takesAllEntriesOfAnObjectAsHeaders() throws InterruptedException {
        try (TestClient client = TestClient.open(server.port())) {
            client.send("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"no\",\"headers\":"
                    + "{\"Authorization\":\"yes\",\"X-N\":1,\"X-Line\":\"a\\r\\nb: c\",\"X Blank\":\"a\"}}}");
            client.receive();
            client.subscribe("1", "{ a }").receive();

            assertThat(service.callers).singleElement().satisfies(caller -> {
                assertThat(caller.header("authorization")).isEqualTo("yes");
                assertThat(caller.headers()).doesNotContainKeys("x-n", "x-line", "x blank", "headers");
            });
        }
    }

    @Test
    void closesOnAFrameThatIsNotMasked() throws IOException {
        assertThat(closeCodeAfter(0x81, 2, 'h', 'i')).isEqualTo(1002);
    }

    @Test
    void closesOnAFrameOfAKindThatDoesNotExist() throws IOException {
        assertThat(closeCodeAfter(0x83, 0x80, 0, 0, 0, 0)).isEqualTo(1002);
    }

    @Test
    void closesOnReservedBits() throws IOException {
        assertThat(closeCodeAfter(0xF1, 0x80, 0, 0, 0, 0)).isEqualTo(1002);
    }

    @Test
    void closesOnALengthThatIsTooLargeBeforeItsContentComes() throws IOException {
        assertThat(closeCodeAfter(0x81, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))
                .isEqualTo(1009);
    }

    @Test
    void closesOnTextThatIsNotUtf8() throws IOException {
        assertThat(closeCodeAfter(0x81, 0x82, 0, 0, 0, 0, 0xC3, 0x28)).isEqualTo(1007);
    }

    @Test
    void answersPingFramesWithTheirContent() throws IOException {
        try (Socket socket = handshake()) {
            send(socket, 0x89, 0x82, 0, 0, 0, 0, 'h', 'i');

            assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x8A, 2, 'h', 'i');
        }
    }

    @Test
    void goesOnServingWhenAFrameIsTornOff() throws Exception {
        try (Socket socket = handshake()) {
            send(socket, 0x81, 0xFE, 0x0F);
        }
        try (TestClient client = TestClient.open(server.port()).initialised()) {
            client.subscribe("1", "{ a }");
            assertThat(client.receive()).contains("\"next\"");
        }
    }

    private int closeCodeAfter(int... bytes) throws IOException {
        try (Socket socket = handshake()) {
            send(socket, bytes);
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo(0x88);
            in.read();
            return in.read() << 8 | in.read();
        }
    }

    private static void send(Socket socket, int... bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (int b : bytes) {
            out.write(b);
        }
        out.flush();
    }

    private Socket handshake() throws IOException {
        Socket socket = request("GET", "");
        assertThat(line(socket.getInputStream())).contains("101");
        String header = line(socket.getInputStream());
        while (!header.isEmpty()) {
            header = line(socket.getInputStream());
        }
        return socket;
    }

    private int status(String headers) throws IOException {
        return status("GET", "Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n" + headers);
    }

    private int status(String method, String headers) throws IOException {
        try (Socket socket = open(method, headers)) {
            return Integer.parseInt(line(socket.getInputStream()).split(" ")[1]);
        }
    }

    private Socket request(String method, String headers) throws IOException {
        return open(method, "Connection: Upgrade\r\nUpgrade: websocket\r\n" + headers);
    }

    private Socket open(String method, String headers) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        socket.setSoTimeout(30_000);
        String request = method + " /graphql HTTP/1.1\r\nHost: gateway.example\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n"
                + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
