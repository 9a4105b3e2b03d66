package io.asyncflow.gateway.server.source;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A real server on a port of its own that answers what a test tells it to. */
final class Registry implements AutoCloseable {

    private final DisposableServer server;
    private final List<HttpHeaders> requests = new CopyOnWriteArrayList<>();
    private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> behaviour =
            (_, response) -> response.status(404).send();

    Registry() {
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .compress(true)
                .handle((request, response) -> {
                    requests.add(request.requestHeaders().copy());
                    return behaviour.apply(request, response);
                })
                .bindNow();
    }

    String url() {
        return "http://localhost:" + server.port() + "/sdl";
    }

    /** The headers of each request so far. */
    List<HttpHeaders> requests() {
        return requests;
    }

    Registry answers(int status, String body) {
        behaviour = (_, response) -> response.status(status).sendString(Mono.just(body));
        return this;
    }

    /** As servers do that know ETags. */
    Registry answersOnce(String etag, String body) {
        behaviour = (request, response) -> etag.equals(request.requestHeaders().get("if-none-match"))
                ? response.status(304).send()
                : response.header("ETag", etag).sendString(Mono.just(body));
        return this;
    }

    Registry answersBytes(byte[] body) {
        behaviour = (_, response) -> response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)));
        return this;
    }

    Registry breaksOff() {
        behaviour = (_, response) -> Mono.fromRunnable(
                () -> response.withConnection(connection -> connection.channel().close()));
        return this;
    }

    Registry staysSilent() {
        behaviour = (_, _) -> Mono.never();
        return this;
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
