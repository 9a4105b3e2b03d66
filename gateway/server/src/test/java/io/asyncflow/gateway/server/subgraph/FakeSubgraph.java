package io.asyncflow.gateway.server.subgraph;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A subgraph that answers as a test wants, and keeps what it was asked. */
final class FakeSubgraph implements AutoCloseable {

    /** What it was asked. */
    record Asked(String path, HttpHeaders headers, String body, Object connection) {

        /** The values of a header, in order. */
        List<String> header(String name) {
            return headers.getAll(name);
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    private FakeSubgraph(
            UnaryOperator<HttpServer> shape, BiFunction<Asked, HttpServerResponse, Publisher<Void>> answering) {
        server = shape.apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .flatMap(body -> {
                            var connections = new Object[1];
                            request.withConnection(connection -> connections[0] = connection.address());
                            var one = new Asked(
                                    request.uri(), request.requestHeaders().copy(), body, connections[0]);
                            asked.add(one);
                            return Mono.from(answering.apply(one, response));
                        }))
                .bindNow();
    }

    static FakeSubgraph shaped(
            UnaryOperator<HttpServer> shape, BiFunction<Asked, HttpServerResponse, Publisher<Void>> answering) {
        return new FakeSubgraph(shape, answering);
    }

    static FakeSubgraph answering(BiFunction<Asked, HttpServerResponse, Publisher<Void>> answering) {
        return new FakeSubgraph(shape -> shape, answering);
    }

    static FakeSubgraph answering(int status, Map<String, String> headers, String body) {
        return answering((asked, response) -> send(response, status, headers, body));
    }

    static FakeSubgraph echoing() {
        return answering((asked, response) -> json(response, "{\"data\":" + asked.body() + "}"));
    }

    static Publisher<Void> json(HttpServerResponse response, String body) {
        return send(response, 200, Map.of("content-type", "application/json"), body);
    }

    static Publisher<Void> send(HttpServerResponse response, int status, Map<String, String> headers, String body) {
        ByteBuf bytes = Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8));
        headers.forEach(response::header);
        response.status(status).header("content-length", Integer.toString(bytes.readableBytes()));
        return response.sendObject(bytes).then();
    }

    List<Asked> asked() {
        return asked;
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/graphql";
    }

    String securely(String host) {
        return "https://" + host + ":" + server.port() + "/graphql";
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
