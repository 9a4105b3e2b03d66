package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.service.RequestContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Writes a line for each request, once it is answered. */
public final class AccessLog implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    private final boolean enabled;

    public AccessLog(boolean enabled) {
        this.enabled = enabled;
    }

    /** GraphQL's requests, which no filter sees. */
    public BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> over(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        if (!enabled) {
            return handler;
        }
        return (request, response) -> {
            long started = System.nanoTime();
            var entry = new AccessEntry();
            String method = request.method().name();
            String path = path(request.uri());
            return Mono.from(handler.apply(request, response))
                    .doFinally(signal -> {
                        HttpHeaders headers = response.responseHeaders();
                        write(
                                method,
                                path,
                                status(signal, response.status().code()),
                                headers.get(HttpHeaderNames.CONTENT_LENGTH),
                                started,
                                entry.operations(),
                                headers.get(RequestContext.REQUEST_ID_HEADER));
                    })
                    .contextWrite(context -> context.put(AccessEntry.class, entry));
        };
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!enabled) {
            return chain.filter(exchange);
        }
        long started = System.nanoTime();
        return chain.filter(exchange).doFinally(signal -> {
            HttpStatusCode status = exchange.getResponse().getStatusCode();
            var headers = exchange.getResponse().getHeaders();
            write(
                    exchange.getRequest().getMethod().name(),
                    exchange.getRequest().getURI().getRawPath(),
                    status(signal, status == null ? 200 : status.value()),
                    headers.getFirst("Content-Length"),
                    started,
                    "-",
                    headers.getFirst(RequestContext.REQUEST_ID_HEADER));
        });
    }

    /** A client that goes away before the end has no status. */
    private static String status(SignalType signal, int status) {
        return signal == SignalType.ON_COMPLETE ? Integer.toString(status) : "-";
    }

    /** What the client asks may hold secrets. */
    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static void write(
            String method,
            String path,
            String status,
            @Nullable String bytes,
            long started,
            String operations,
            @Nullable String request) {
        LOG.info(
                "method={} path={} status={} bytes={} millis={} operation={} request={}",
                method,
                path,
                status,
                Objects.requireNonNullElse(bytes, "-"),
                (System.nanoTime() - started) / 1_000_000,
                operations,
                Objects.requireNonNullElse(request, "-"));
    }
}
