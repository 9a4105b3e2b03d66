package io.asyncflow.gateway.server.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client with one socket, of the JDK's making: nothing in it is ours. */
final class TestClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final long PATIENCE = 30;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reading;
    private final WebSocket socket;

    private TestClient(WebSocket.Builder builder, int port, boolean reading) {
        this.reading = reading;
        this.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this)
                .join();
    }

    static TestClient open(int port, String... headers) {
        return new TestClient(builder(headers).subprotocols("graphql-transport-ws"), port, true);
    }

    static TestClient withSubprotocol(int port, @Nullable String subprotocol) {
        WebSocket.Builder builder = builder();
        return new TestClient(subprotocol == null ? builder : builder.subprotocols(subprotocol), port, true);
    }

    /** Reads nothing until {@link #read()}. */
    static TestClient notReading(int port) {
        return new TestClient(builder().subprotocols("graphql-transport-ws"), port, false);
    }

    private static WebSocket.Builder builder(String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    TestClient initialised() throws InterruptedException {
        send("{\"type\":\"connection_init\"}");
        String ack = receive();
        if (!ack.equals("{\"type\":\"connection_ack\"}")) {
            throw new AssertionError("Not acknowledged: " + ack);
        }
        return this;
    }

    TestClient send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    TestClient sendPart(String part, boolean last) {
        socket.sendText(part, last).join();
        return this;
    }

    TestClient sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    TestClient subscribe(String id, String query) {
        return send("{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query + "\"}}");
    }

    TestClient complete(String id) {
        return send("{\"id\":\"" + id + "\",\"type\":\"complete\"}");
    }

    /** Lets everything come. */
    void read() {
        socket.request(Long.MAX_VALUE);
    }

    String receive() throws InterruptedException {
        String message = messages.poll(PATIENCE, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("No message came; closed: " + closed.getNow("no"));
        }
        return message;
    }

    /** The code and reason with which the server closed the socket. */
    String closed() {
        return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(partial.toString());
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete((code + " " + reason).trim());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete("lost");
    }
}
