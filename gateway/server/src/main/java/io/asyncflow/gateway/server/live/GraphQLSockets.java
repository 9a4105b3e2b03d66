package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.server.message.Message;
import io.asyncflow.service.RequestContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.util.context.Context;

/** The clients' WebSockets: answers the requests that open one, and serves the operations that come on it. */
public final class GraphQLSockets implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    private static final Logger LOG = LoggerFactory.getLogger(GraphQLSockets.class);

    /** How long a client may take to read that its socket is closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String serviceName;
    private final GraphQLService service;
    private final WebSocketSettings settings;
    private final Origins origins;
    private final WebsocketServerSpec spec;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * @param serviceName the name that log lines about its operations carry
     * @param origins which foreign origins' pages may open a socket; a page of the gateway's own origin always may
     */
    public GraphQLSockets(
            String serviceName, GraphQLService service, WebSocketSettings settings, Predicate<String> origins) {
        this.serviceName = serviceName;
        this.service = service;
        this.settings = settings;
        this.origins = new Origins(origins);
        this.spec = WebsocketServerSpec.builder()
                .protocols(Message.SUBPROTOCOL)
                .maxFramePayloadLength((int) settings.maxMessageSize().toBytes())
                .handlePing(true)
                .build();
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        HttpHeaders headers = request.requestHeaders();
        RequestContext id = RequestContext.of(
                serviceName, headers.get(RequestContext.REQUEST_ID_HEADER), headers.get(RequestContext.TRACE_HEADER));
        response.header(RequestContext.REQUEST_ID_HEADER, id.requestId());
        if (!origins.admit(headers)) {
            return refuse(response, HttpResponseStatus.FORBIDDEN, "FORBIDDEN", "This origin may not open sockets");
        }
        if (stopping || open.size() >= settings.maxSockets()) {
            return refuse(
                    response,
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "SERVICE_UNAVAILABLE",
                    "No more sockets are taken");
        }
        return open(headers, response, id);
    }

    /** How many sockets are open. */
    public int size() {
        return open.size();
    }

    /**
     * Takes no more sockets, completes all subscriptions, lets queries and mutations end, and closes with 1001.
     *
     * @param grace the time after which what still runs is given up
     * @return completes when all sockets are closed
     */
    public Mono<Void> shutDown(Duration grace) {
        return Mono.defer(() -> {
            stopping = true;
            open.forEach(socket -> socket.run(() -> socket.stop(grace)));
            return Flux.fromIterable(open).concatMap(Socket::gone).then();
        });
    }

    /** Clients that speak something else get a socket that tells them so: of a refused handshake browsers learn nothing. */
    private Mono<Void> open(HttpHeaders headers, HttpServerResponse response, RequestContext id) {
        if (!headers.containsValue(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, Message.SUBPROTOCOL, false)) {
            return response.sendWebsocket((in, out) -> close(out, CloseReason.OTHER_SUBPROTOCOL));
        }
        return Mono.deferContextual(context ->
                response.sendWebsocket((in, out) -> serve(in, out, id.writeTo(Context.of(context))), spec));
    }

    private Publisher<Void> serve(WebsocketInbound in, WebsocketOutbound out, Context context) {
        AtomicReference<Connection> connection = new AtomicReference<>();
        in.withConnection(connection::set);
        Socket socket = new Socket(connection.get(), in.headers(), context, service, settings);
        open.add(socket);
        socket.open();
        if (stopping) {
            // It came between the question whether we are and the end of its handshake.
            socket.stop(Duration.ZERO);
        }
        return Mono.when(read(in, out, socket), socket.closing().flatMap(reason -> close(out, reason)))
                .doFinally(signal -> {
                    open.remove(socket);
                    socket.leave();
                });
    }

    private Mono<Void> read(WebsocketInbound in, WebsocketOutbound out, Socket socket) {
        return in.receiveFrames()
                .<Void>handle((frame, none) -> socket.receive(frame))
                .then()
                .onErrorResume(failure -> close(out, failure))
                .then(Mono.fromRunnable(socket::release));
    }

    private static Mono<Void> close(WebsocketOutbound out, Throwable failure) {
        if (failure instanceof IOException
                || failure instanceof AbortedException
                || failure instanceof DecoderException) {
            // Nobody is there any more, or the decoder has already told them.
            return Mono.empty();
        }
        LOG.error("A WebSocket failed", failure);
        return close(out, CloseReason.FAULT);
    }

    /** Who does not read it in time is cut off. */
    private static Mono<Void> close(WebsocketOutbound out, CloseReason reason) {
        return out.sendClose(reason.code(), reason.text()).timeout(FAREWELL, Mono.defer(() -> {
            out.withConnection(Connection::dispose);
            return Mono.empty();
        }));
    }

    private static Publisher<Void> refuse(
            HttpServerResponse response, HttpResponseStatus status, String code, String message) {
        return response.status(status)
                .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .sendString(Mono.just(
                        "{\"errors\":" + OperationError.of(code, message).errors() + "}"));
    }
}
