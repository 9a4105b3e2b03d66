package io.asyncflow.gateway.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** Lets the endpoint, and the WebSockets beside it, answer at their paths before WebFlux sees a request. */
public final class GraphQLRoutes implements NettyRouteProvider {

    public static final List<String> PATHS = List.of("/graphql", "/api/graphql");

    private final BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> endpoint;
    private final @Nullable BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> sockets;
    private final List<String> paths;

    /** @param sockets answers the handshakes of WebSockets; null where there are none, and they are left to WebFlux */
    public GraphQLRoutes(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> endpoint,
            @Nullable BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> sockets,
            List<String> paths) {
        this.endpoint = endpoint;
        this.sockets = sockets;
        this.paths = List.copyOf(paths);
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        HttpServerRoutes ours = routes.route(request -> isOurs(request) && !isHandshake(request), endpoint);
        return sockets == null ? ours : ours.route(request -> isOurs(request) && isHandshake(request), sockets);
    }

    private boolean isOurs(HttpServerRequest request) {
        String uri = request.uri();
        for (String path : paths) {
            if (isAt(path, uri)) {
                return true;
            }
        }
        return false;
    }

    /** Of a WebSocket over HTTP/1.1: over HTTP/2 none are served. */
    private static boolean isHandshake(HttpServerRequest request) {
        HttpHeaders headers = request.requestHeaders();
        return headers.contains(HttpHeaderNames.UPGRADE)
                && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
    }

    private static boolean isAt(String path, String uri) {
        if (!uri.startsWith(path)) {
            return false;
        }
        return uri.length() == path.length() || uri.charAt(path.length()) == '?';
    }
}
