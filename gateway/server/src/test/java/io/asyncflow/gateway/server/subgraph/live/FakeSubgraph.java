package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.supergraph.Graph;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** A subgraph that does what a test tells it to: it writes down what it is sent, and sends what it is given. */
final class FakeSubgraph implements AutoCloseable {

    final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    final BlockingQueue<Socket> opened = new LinkedBlockingQueue<>();
    private final List<Socket> everOpened = new CopyOnWriteArrayList<>();
    final List<HttpHeaders> handshakes = new CopyOnWriteArrayList<>();
    volatile boolean acknowledges = true;
    private final DisposableServer server;

    private FakeSubgraph(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> posts, String subprotocol) {
        server = HttpServer.create()
                .port(0)
                .route(routes -> routes.ws(
                                "/graphql",
                                this::serve,
                                WebsocketServerSpec.builder()
                                        .protocols(subprotocol)
                                        .handlePing(true)
                                        .build())
                        .post("/events", posts)
                        .get(
                                "/refusing",
                                (request, response) -> response.status(401).send())
                        .get("/hanging", (request, response) -> Mono.never()))
                .bindNow();
    }

    static FakeSubgraph overWebSockets() {
        return new FakeSubgraph((request, response) -> response.sendNotFound(), "graphql-transport-ws");
    }

    static FakeSubgraph withSubprotocol(String subprotocol) {
        return new FakeSubgraph((request, response) -> response.sendNotFound(), subprotocol);
    }

    static FakeSubgraph overEvents(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> posts) {
        return new FakeSubgraph(posts, "graphql-transport-ws");
    }

    int port() {
        return server.port();
    }

    SubgraphRequest request(String query) {
        return request("/graphql", query);
    }

    SubgraphRequest request(String path, String query) {
        Graph graph = new Graph("NEWS", "news", "http://localhost:" + server.port() + path);
        Json body = Json.of("{\"query\":\"" + query + "\"}");
        return new SubgraphRequest(graph, OperationType.SUBSCRIPTION, 0, body, Caller.UNKNOWN);
    }

    /** The next message that is not about the connection. */
    String received() throws InterruptedException {
        String message = received.poll(30, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("Nothing was received");
        }
        return message;
    }

    Socket opened() throws InterruptedException {
        Socket socket = opened.poll(30, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("No socket was opened");
        }
        return socket;
    }

    @Override
    public void close() {
        server.disposeNow();
        everOpened.forEach(Socket::drop);
    }

    private Publisher<Void> serve(WebsocketInbound in, WebsocketOutbound out) {
        handshakes.add(in.headers().copy());
        AtomicReference<Socket> socket = new AtomicReference<>();
        in.withConnection(connection -> socket.set(new Socket(connection.channel())));
        everOpened.add(socket.get());
        opened.add(socket.get());
        return in.receiveFrames()
                .filter(TextWebSocketFrame.class::isInstance)
                .map(frame -> frame.content().toString(StandardCharsets.UTF_8))
                .<Void>handle((text, none) -> receive(text, socket.get()))
                .then()
                .onErrorComplete()
                .then(Mono.fromRunnable(() -> received.add("closed")));
    }

    private void receive(String text, Socket from) {
        received.add(text);
        if (acknowledges && text.contains("\"connection_init\"")) {
            from.send("{\"type\":\"connection_ack\"}");
        }
    }

    /** One connection that was made to it. */
    record Socket(Channel channel) {

        void send(String text) {
            channel.writeAndFlush(new TextWebSocketFrame(text));
        }

        void sendInTwo(String first, String second) {
            channel.writeAndFlush(new TextWebSocketFrame(false, 0, first));
            channel.writeAndFlush(new ContinuationWebSocketFrame(true, 0, second));
        }

        void sendBinary(byte... bytes) {
            channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
        }

        void sendRaw(int... bytes) {
            byte[] raw = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                raw[i] = (byte) bytes[i];
            }
            channel.pipeline().firstContext().writeAndFlush(Unpooled.wrappedBuffer(raw));
        }

        void next(String id, String payload) {
            send("{\"id\":\"" + id + "\",\"type\":\"next\",\"payload\":" + payload + "}");
        }

        void complete(String id) {
            send("{\"id\":\"" + id + "\",\"type\":\"complete\"}");
        }

        void close(int code) {
            channel.writeAndFlush(new CloseWebSocketFrame(code, "")).addListener(done -> channel.close());
        }

        /** Breaks it off without a word. */
        void drop() {
            channel.close();
        }
    }
}
