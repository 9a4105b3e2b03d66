package io.asyncflow.allinone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A connection to the gateway that speaks {@code graphql-transport-ws}. */
final class GatewaySocket implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private GatewaySocket(HttpClient http, URI address) {
        socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(address, new Messages())
                .join();
    }

    /** Returns once the gateway has accepted the connection. */
    static GatewaySocket open(HttpClient http, URI address, Map<String, String> parameters) {
        var opened = new GatewaySocket(http, address);
        opened.send(Map.of("type", "connection_init", "payload", parameters));
        opened.expect("connection_ack");
        return opened;
    }

    /** The response to an operation that has one. */
    JsonNode ask(String id, String document, Map<String, ?> variables) {
        subscribe(id, document, variables);
        JsonNode response = expect("next").path("payload");
        expect("complete");
        return response;
    }

    void subscribe(String id, String document, Map<String, ?> variables) {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
    }

    JsonNode expect(String type) {
        JsonNode message = next();
        if (message == null || !message.path("type").asString().equals(type)) {
            throw new AssertionError("Instead of " + type + " there is " + message);
        }
        return message;
    }

    private @Nullable JsonNode next() {
        try {
            return received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void send(Map<String, ?> message) {
        socket.sendText(GatewayClient.JSON.writeValueAsString(message), true).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Puts the frames of a message together. */
    private final class Messages implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received.add(GatewayClient.JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
