package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.message.Fragments;
import io.asyncflow.gateway.server.message.MalformedMessage;
import io.asyncflow.gateway.server.message.Message;
import io.asyncflow.gateway.server.message.MessageType;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** The open WebSockets to subgraphs: one for each {@link Target}. */
final class UpstreamSockets {

    /** How long a subgraph may take to read that its socket is closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final HttpClient http;
    private final SubscriptionSettings settings;
    private final WebsocketClientSpec spec;
    private final Map<Target, UpstreamSocket> open = new ConcurrentHashMap<>();

    UpstreamSockets(HttpClient http, SubscriptionSettings settings) {
        this.http = http;
        this.settings = settings;
        this.spec = WebsocketClientSpec.builder()
                .protocols(Message.SUBPROTOCOL)
                .maxFramePayloadLength((int) settings.maxMessageSize().toBytes())
                .build();
    }

    /** @param running called when the subgraph has been asked for it */
    Flux<Json> subscribe(Target target, Json body, Runnable running) {
        return Flux.using(
                () -> join(target, new UpstreamOperation(body, settings.queueCapacity(), running)),
                seat -> seat.operation().events(),
                Seat::leave);
    }

    int size() {
        return open.size();
    }

    void close() {
        open.forEach((target, socket) -> socket.close(1001, new Faults(target.subgraph()).stopping()));
    }

    private Seat join(Target target, UpstreamOperation operation) {
        while (true) {
            UpstreamSocket known = open.get(target);
            String id = known == null ? null : known.add(operation);
            if (known != null && id != null) {
                return new Seat(known, operation, id);
            }
            UpstreamSocket opened = new UpstreamSocket(new Faults(target.subgraph()), settings);
            String first = opened.add(operation);
            if (first != null && publish(target, known, opened)) {
                connect(target, opened);
                return new Seat(opened, operation, first);
            }
        }
    }

    private boolean publish(Target target, @Nullable UpstreamSocket known, UpstreamSocket opened) {
        return known == null ? open.putIfAbsent(target, opened) == null : open.replace(target, known, opened);
    }

    /** No flow has the socket for its own: it lives for as long as any subscription needs it. */
    private void connect(Target target, UpstreamSocket socket) {
        Faults faults = new Faults(target.subgraph());
        socket.expectAcknowledgement(settings.handshakeTimeout());
        http.headers(target::write)
                .websocket(spec)
                .uri(target.url())
                .handle((in, out) -> serve(in, out, socket, target, faults))
                .then()
                .takeUntilOther(socket.closing().delayElement(FAREWELL))
                .doFinally(signal -> open.remove(target, socket))
                .subscribe(
                        nothing -> {},
                        failure -> socket.ended(faults.broken(failure, socket.established())),
                        () -> socket.ended(faults.lost()));
    }

    private Publisher<Void> serve(
            WebsocketInbound in, WebsocketOutbound out, UpstreamSocket socket, Target target, Faults faults) {
        AtomicReference<Connection> connection = new AtomicReference<>();
        in.withConnection(connection::set);
        Channel channel = connection.get().channel();
        Message init = new Message(MessageType.CONNECTION_INIT, null, target.init());
        channel.writeAndFlush(new TextWebSocketFrame(init.write(channel.alloc())), channel.voidPromise());
        socket.beat(target.heartbeat(), channel);
        Fragments fragments = new Fragments(settings.maxMessageSize().toBytes());
        Mono<Void> read = in.receiveFrames()
                .map(frame -> receive(frame, fragments, socket, channel, faults))
                .concatMap(room -> room, 1)
                .then(in.receiveCloseStatus().defaultIfEmpty(WebSocketCloseStatus.ABNORMAL_CLOSURE))
                .map(status -> faults.closed(status, socket.established()))
                .onErrorResume(failure -> Mono.just(faults.broken(failure, socket.established())))
                .flatMap(cause -> Mono.fromRunnable(() -> socket.ended(cause)));
        return Mono.when(read, socket.closing().flatMap(code -> out.sendClose(code, "")));
    }

    private static Mono<Void> receive(
            WebSocketFrame frame, Fragments fragments, UpstreamSocket socket, Channel channel, Faults faults) {
        socket.heard();
        switch (frame) {
            case TextWebSocketFrame _, ContinuationWebSocketFrame _ -> {
                if (!fragments.fits(frame.content())) {
                    socket.close(1009, faults.tooLarge());
                } else if (frame.isFinalFragment()) {
                    return receive(fragments.end(frame.content()), socket, channel, faults);
                } else {
                    fragments.add(frame.content());
                }
            }
            case PingWebSocketFrame _, PongWebSocketFrame _ -> {}
            default -> socket.close(4400, faults.invalid());
        }
        return Mono.empty();
    }

    private static Mono<Void> receive(Json text, UpstreamSocket socket, Channel channel, Faults faults) {
        try {
            return socket.receive(Message.read(text), channel);
        } catch (MalformedMessage malformed) {
            socket.close(4400, faults.invalid());
            return Mono.empty();
        }
    }

    /** A subscription's place on a socket. */
    private record Seat(UpstreamSocket socket, UpstreamOperation operation, String id) {

        void leave() {
            operation.leave();
            socket.remove(id);
        }
    }
}
