package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.message.Fragments;
import io.asyncflow.gateway.server.message.MalformedMessage;
import io.asyncflow.gateway.server.message.Message;
import io.asyncflow.gateway.server.message.MessageType;
import io.asyncflow.gateway.server.message.Peer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.util.context.Context;

/** One client's socket: where the connection and its operations stand. All of it happens on the socket's event loop. */
final class Socket {

    private final GraphQLService service;
    private final WebSocketSettings settings;
    private final Answers answers;
    private final HttpHeaders handshake;
    private final @Nullable InetAddress peer;
    private final Context context;
    private final EventLoop loop;
    private final SocketOutlet outlet;
    private final Timers timers;
    private final Fragments fragments;
    private final Sinks.One<CloseReason> closing = Sinks.one();
    private final Sinks.Empty<Void> gone = Sinks.empty();
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private @Nullable Caller caller;
    private boolean heard;
    private boolean stopping;
    private boolean closed;

    /** @param handshake the headers with which it was opened */
    Socket(
            Connection connection,
            HttpHeaders handshake,
            Context context,
            GraphQLService service,
            WebSocketSettings settings) {
        this.service = service;
        this.settings = settings;
        this.answers = new Answers(settings);
        this.handshake = handshake;
        this.peer = Peer.of(connection.channel());
        this.context = context;
        this.loop = connection.channel().eventLoop();
        this.timers = new Timers(loop);
        this.fragments = new Fragments(settings.maxMessageSize().toBytes());
        this.outlet =
                new SocketOutlet(connection.channel(), settings.maxMessageSize().toBytes());
        connection.addHandlerLast(outlet);
    }

    /** Comes when we want the socket closed; empty when it is gone without our wish. */
    Mono<CloseReason> closing() {
        return closing.asMono();
    }

    /** Completes when nothing is left of it. */
    Mono<Void> gone() {
        return gone.asMono();
    }

    void leave() {
        gone.tryEmitEmpty();
        run(this::release);
    }

    Context context() {
        return context;
    }

    void run(Runnable task) {
        loop.execute(task);
    }

    void open() {
        timers.after(settings.connectionInitWaitTimeout(), () -> {
            if (caller == null) {
                close(CloseReason.NO_INIT);
            }
        });
    }

    void receive(WebSocketFrame frame) {
        if (closed) {
            return;
        }
        heard = true;
        if (frame.rsv() != 0) {
            close(CloseReason.RESERVED_BITS);
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> receive(text.content(), text.isFinalFragment());
            case ContinuationWebSocketFrame more -> receive(more.content(), more.isFinalFragment());
            case PingWebSocketFrame ping ->
                replied(outlet.reply(new PongWebSocketFrame(ping.content().retain())));
            case PongWebSocketFrame _ -> {}
            default -> close(CloseReason.invalid("Messages have to be text"));
        }
    }

    /** A subscription ends, and what ends by itself may do so; no later than after the time of grace all is over. */
    void stop(Duration grace) {
        stopping = true;
        List.copyOf(operations.values()).stream().filter(Operation::streams).forEach(Operation::finish);
        closeIfIdle();
        timers.after(grace, this::abandon);
    }

    /** An operation has written its last message. */
    void ended(Operation operation) {
        operations.values().remove(operation);
        closeIfIdle();
    }

    /** The socket is gone, or about to be: nobody waits for anything any more. */
    void release() {
        closed = true;
        timers.cancel();
        outlet.discard();
        List<Operation> running = new ArrayList<>(operations.values());
        operations.clear();
        running.forEach(Operation::stop);
        closing.tryEmitEmpty();
    }

    private void receive(ByteBuf content, boolean last) {
        if (!fragments.fits(content)) {
            close(CloseReason.TOO_LARGE);
        } else if (last) {
            receive(fragments.end(content));
        } else {
            fragments.add(content);
        }
    }

    private void receive(Json text) {
        if (!ByteBufUtil.isText(Unpooled.wrappedBuffer(text.bytes()), StandardCharsets.UTF_8)) {
            close(CloseReason.NOT_UTF_8);
            return;
        }
        try {
            receive(Message.read(text));
        } catch (MalformedMessage malformed) {
            close(CloseReason.invalid(String.valueOf(malformed.getMessage())));
        }
    }

    private void receive(Message message) {
        switch (message.type()) {
            case CONNECTION_INIT -> initialise(message.payload());
            case PING -> replied(outlet.reply(new Message(MessageType.PONG, null, message.payload())));
            case PONG -> {}
            case SUBSCRIBE -> subscribe(message);
            case COMPLETE -> complete(message.operation());
            case CONNECTION_ACK, NEXT, ERROR ->
                close(CloseReason.invalid(
                        "Only servers send messages of type '" + message.type().text() + "'"));
        }
    }

    private void initialise(@Nullable Json payload) {
        if (caller != null) {
            close(CloseReason.SECOND_INIT);
            return;
        }
        caller = new Callers(settings.connectionInitHeaders()).of(handshake, peer, payload);
        replied(outlet.reply(Message.of(MessageType.CONNECTION_ACK)));
        timers.every(settings.heartbeatInterval(), this::beat);
        if (settings.slowConsumer() == SlowConsumer.CLOSE) {
            timers.every(
                    settings.slowConsumerTimeout(), () -> operations.values().forEach(Operation::watch));
        }
    }

    private void beat() {
        if (!heard) {
            close(CloseReason.SILENT);
            return;
        }
        heard = false;
        replied(outlet.reply(Message.of(MessageType.PING)));
    }

    private void subscribe(Message message) {
        Caller asking = caller;
        if (asking == null) {
            close(CloseReason.UNAUTHORIZED);
        } else if (message.id() != null && message.payload() != null) {
            subscribe(message.operation(), message.id(), Subscribe.request(message.payload()), asking);
        }
    }

    private void subscribe(String name, Json id, ClientRequest request, Caller asking) {
        if (operations.containsKey(name)) {
            close(CloseReason.taken(name));
        } else if (stopping) {
            refuse(id, "SHUTTING_DOWN", "The gateway is shutting down");
        } else if (operations.size() >= settings.maxOperationsPerSocket()) {
            refuse(id, "TOO_MANY_OPERATIONS", "Too many operations run on this socket");
        } else {
            Operation operation = new Operation(id, this, outlet);
            operations.put(name, operation);
            start(operation, request, asking);
        }
    }

    /** The socket, not a flow, is what an operation belongs to: it lives until either side has enough of it. */
    private void start(Operation operation, ClientRequest request, Caller asking) {
        Mono.defer(() -> service.answer(request, asking))
                .doOnNext(operation::outcome)
                .flatMapMany(answers::of)
                .subscribe(operation);
    }

    private void refuse(Json id, String code, String message) {
        replied(outlet.reply(new Message(
                MessageType.ERROR, id, OperationError.of(code, message).errors())));
    }

    /** Of an operation that is not known any more, its end and the client's message have crossed. */
    private void complete(String name) {
        Operation operation = operations.remove(name);
        if (operation != null) {
            operation.stop();
            closeIfIdle();
        }
    }

    private void replied(boolean inTime) {
        if (!inTime) {
            close(CloseReason.NOT_READING);
        }
    }

    private void closeIfIdle() {
        if (stopping && operations.isEmpty()) {
            close(CloseReason.GOING_AWAY);
        }
    }

    private void abandon() {
        operations.values().forEach(Operation::abandon);
        outlet.flush();
        close(CloseReason.GOING_AWAY);
    }

    private void close(CloseReason reason) {
        if (!closed) {
            closing.tryEmitValue(reason);
            release();
        }
    }
}
