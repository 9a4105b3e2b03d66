package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the configuration turns off is not served. */
class SwitchesTest {

    @TempDir
    private Path directory;

    @Test
    void servesWebSocketsAndSubscriptionsUnlessTheyAreOff() throws IOException {
        try (var gateway = new LiveGateway(directory, "")) {
            assertThat(handshake(gateway)).startsWith("HTTP/1.1 101 ");
        }
        try (var gateway =
                new LiveGateway(directory, "websocket: {enabled: false}\nsubscription: {enabled: false}\n")) {
            assertThat(handshake(gateway)).startsWith("HTTP/1.1 404 ");
            assertThat(gateway.post("subscription { ticks }", "Accept", "text/event-stream")
                            .join()
                            .body())
                    .contains("SUBSCRIPTIONS_NOT_ENABLED");
        }
    }

    private static String handshake(LiveGateway gateway) throws IOException {
        try (var socket = new Socket("localhost", gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                    GET /graphql HTTP/1.1\r
                    Host: localhost\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Protocol: graphql-transport-ws\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(13), StandardCharsets.US_ASCII);
        }
    }
}
