package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {

    @TempDir
    private Path directory;

    @Test
    void answersWhatRunsAndClosesSocketsWhileItIsNotReadyAnyMore() throws Exception {
        try (var gateway = new LiveGateway(directory, "")) {
            var socket = new Client(gateway.port());
            socket.send("{\"type\":\"connection_init\"}");
            assertThat(socket.receive()).contains("connection_ack");
            socket.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ slow }\"}}");
            CompletableFuture<HttpResponse<String>> request = gateway.post("{ slow product { name } }");
            await(() -> gateway.traceparents.size() == 2);

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(gateway.context::close);
            await(() -> gateway.get("/readiness").statusCode() == 503);

            assertThat(request.isDone()).isFalse();
            assertThat(request.join().body()).contains("\"slow\":\"done\"", "\"Pen\"");
            assertThat(socket.receive()).contains("\"slow\":\"done\"");
            assertThat(socket.receive()).contains("\"complete\"");
            assertThat(socket.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
            stopping.get(30, TimeUnit.SECONDS);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** A client's socket. */
    private static final class Client implements WebSocket.Listener {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final WebSocket socket;

        Client(int port) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this)
                    .join();
        }

        void send(String message) {
            socket.sendText(message, true).join();
        }

        @Nullable
        String receive() throws InterruptedException {
            return messages.poll(20, TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            messages.add(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
