package io.asyncflow.gateway.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** Lets the endpoint answer at its paths, before WebFlux sees a request; a WebSocket's handshake is left to others. */
public final class GraphQLRoutes implements NettyRouteProvider {

    public static final List<String> PATHS = List.of("/graphql", "/api/graphql");

    private final BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> endpoint;
    private final List<String> paths;

    public GraphQLRoutes(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> endpoint, List<String> paths) {
        this.endpoint = endpoint;
        this.paths = List.copyOf(paths);
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(this::isOurs, endpoint);
    }

    private boolean isOurs(HttpServerRequest request) {
        String uri = request.uri();
        for (String path : paths) {
            if (isAt(path, uri)) {
                return !isWebSocket(request);
            }
        }
        return false;
    }

    /** Over HTTP/1.1 it is an upgrade; over HTTP/2 it is a CONNECT (RFC 8441). */
    private static boolean isWebSocket(HttpServerRequest request) {
        HttpHeaders headers = request.requestHeaders();
        return HttpMethod.CONNECT.equals(request.method())
                || (headers.contains(HttpHeaderNames.UPGRADE)
                        && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true));
    }

    private static boolean isAt(String path, String uri) {
        if (!uri.startsWith(path)) {
            return false;
        }
        return uri.length() == path.length() || uri.charAt(path.length()) == '?';
    }
}
