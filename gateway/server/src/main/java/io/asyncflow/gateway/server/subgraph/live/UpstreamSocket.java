package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.message.Message;
import io.asyncflow.gateway.server.message.MessageType;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A WebSocket to a subgraph, and the subscriptions that share it. They come and go on any thread, so what is open is
 * changed under the lock; nothing is told to anybody under it.
 */
final class UpstreamSocket {

    private final Faults faults;
    private final Duration idleTimeout;
    private final Duration slowConsumerTimeout;
    private final Map<String, UpstreamOperation> operations = new LinkedHashMap<>();
    private final Sinks.One<Integer> closing = Sinks.one();
    private final Disposable.Swap idle = Disposables.swap();
    private final Disposable.Composite timers = Disposables.composite(idle);

    /** The connection, once the subgraph has acknowledged it. */
    private @Nullable Channel channel;

    private boolean closed;
    private long ids;
    private volatile boolean heard;

    UpstreamSocket(Faults faults, SubscriptionSettings settings) {
        this.faults = faults;
        this.idleTimeout = settings.idleTimeout();
        this.slowConsumerTimeout = settings.slowConsumerTimeout();
    }

    /** Comes with a close code when the socket is not wanted any more. */
    Mono<Integer> closing() {
        return closing.asMono();
    }

    void expectAcknowledgement(Duration timeout) {
        timers.add(Schedulers.parallel().schedule(this::late, timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Takes one more subscription and gives it an id; null if the socket is on its way out. */
    synchronized @Nullable String add(UpstreamOperation operation) {
        if (closed) {
            return null;
        }
        idle.update(Disposables.disposed());
        String id = String.valueOf(++ids);
        operations.put(id, operation);
        if (channel != null) {
            subscribe(channel, id, operation);
        }
        return id;
    }

    /** Nobody wants a subscription any more, or it is over; the subgraph is told where it does not know. */
    synchronized boolean remove(String id) {
        boolean known = operations.remove(id) != null;
        if (known && channel != null) {
            write(channel, new Message(MessageType.COMPLETE, id(id), null));
        }
        closeWhenIdle();
        return known;
    }

    /** Takes a message in; completes when there is room for more. */
    Mono<Void> receive(Message message, Channel from) {
        switch (message.type()) {
            case CONNECTION_ACK -> acknowledged(from);
            case PING -> write(from, new Message(MessageType.PONG, null, message.payload()));
            case PONG -> {}
            case NEXT -> {
                return next(message);
            }
            case ERROR -> error(message);
            case COMPLETE -> complete(message);
            case CONNECTION_INIT, SUBSCRIBE -> close(4400, faults.invalid());
        }
        return Mono.empty();
    }

    /** Something that is no message, such as the answer to a ping. */
    void heard() {
        heard = true;
    }

    void beat(Duration interval, Channel to) {
        if (interval.isPositive()) {
            long millis = interval.toMillis();
            heard = true;
            ScheduledFuture<?> beats =
                    to.eventLoop().scheduleWithFixedDelay(() -> beat(to), millis, millis, TimeUnit.MILLISECONDS);
            timers.add(() -> beats.cancel(false));
        }
    }

    /** Whether the subgraph has taken the connection. */
    synchronized boolean established() {
        return channel != null;
    }

    /** The connection is over: whoever still relies on it is told why. */
    void ended(RuntimeException cause) {
        List<UpstreamOperation> running = release();
        closing.tryEmitEmpty();
        running.forEach(operation -> operation.fail(cause));
    }

    /** Ends the connection, and with it all that runs on it. */
    void close(int code, RuntimeException cause) {
        List<UpstreamOperation> running = release();
        closing.tryEmitValue(code);
        running.forEach(operation -> operation.fail(cause));
    }

    private synchronized List<UpstreamOperation> release() {
        closed = true;
        timers.dispose();
        List<UpstreamOperation> running = new ArrayList<>(operations.values());
        operations.clear();
        return running;
    }

    private void late() {
        if (!established()) {
            close(1000, faults.late());
        }
    }

    /** With frames of the WebSocket's, which every server answers, not with messages, which older ones take for an error. */
    private void beat(Channel to) {
        if (heard) {
            heard = false;
            to.writeAndFlush(new PingWebSocketFrame(), to.voidPromise());
        } else {
            close(1000, faults.lost());
        }
    }

    private void acknowledged(Channel by) {
        if (established()) {
            close(4400, faults.invalid());
            return;
        }
        synchronized (this) {
            channel = by;
            operations.forEach((id, operation) -> subscribe(by, id, operation));
        }
    }

    /** One that takes too long must not hold up the others. */
    private Mono<Void> next(Message message) {
        UpstreamOperation operation = operation(message);
        if (operation == null || message.payload() == null) {
            return Mono.empty();
        }
        if (operation.next(message.payload())) {
            return Mono.empty();
        }
        return operation.room().timeout(slowConsumerTimeout, Mono.fromRunnable(() -> {
            if (remove(message.operation())) {
                operation.fail(faults.tooFast());
            }
        }));
    }

    /** The errors of a subscription that was refused are a response like any other. */
    private void error(Message message) {
        UpstreamOperation operation = taken(message);
        if (operation != null) {
            operation.last(Json.of("{\"errors\":" + message.payload() + "}"));
        }
    }

    private void complete(Message message) {
        UpstreamOperation operation = taken(message);
        if (operation != null) {
            operation.complete();
        }
    }

    /** Null for one that has been left while the message was on its way. */
    private synchronized @Nullable UpstreamOperation operation(Message message) {
        return operations.get(message.operation());
    }

    private synchronized @Nullable UpstreamOperation taken(Message message) {
        UpstreamOperation operation = operations.remove(message.operation());
        closeWhenIdle();
        return operation;
    }

    private synchronized void closeWhenIdle() {
        if (operations.isEmpty() && !closed) {
            idle.update(Schedulers.parallel().schedule(this::idle, idleTimeout.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void idle() {
        synchronized (this) {
            if (!operations.isEmpty() || closed) {
                return;
            }
            closed = true;
        }
        close(1000, faults.lost());
    }

    private static void subscribe(Channel to, String id, UpstreamOperation operation) {
        write(to, new Message(MessageType.SUBSCRIBE, id(id), operation.body()));
        operation.running();
    }

    private static Json id(String id) {
        return JsonValues.write(id);
    }

    /** When it fails, the connection is over, and that is heard of elsewhere. */
    private static void write(Channel to, Message message) {
        to.writeAndFlush(new TextWebSocketFrame(message.write(to.alloc())), to.voidPromise());
    }
}
