package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.message.Message;
import io.asyncflow.gateway.server.message.MessageType;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.util.context.Context;

/**
 * One operation of a client's: asks for one response after the other, each when the one before has been written. What
 * comes, from whatever thread, is taken up on the socket's event loop.
 */
final class Operation extends BaseSubscriber<Json> {

    private final Json id;
    private final Socket socket;
    private final SocketOutlet outlet;

    private boolean streams;
    private boolean over;
    private @Nullable Json response;
    private @Nullable Json stalled;
    private @Nullable Message end;

    /** @param id as the client wrote it */
    Operation(Json id, Socket socket, SocketOutlet outlet) {
        this.id = id;
        this.socket = socket;
        this.outlet = outlet;
    }

    /** Takes note of what kind of answer there will be. */
    void outcome(Outcome outcome) {
        boolean events = outcome instanceof Outcome.Events;
        socket.run(() -> streams = events);
    }

    /** Whether it goes on for as long as somebody listens. */
    boolean streams() {
        return streams;
    }

    /** Looks from time to time whether the client has read anything since; ends a subscription where it has not. */
    void watch() {
        if (streams && response != null && response == stalled) {
            cancel();
            response = null;
            end(new Message(MessageType.ERROR, id, OperationError.slowConsumer().errors()));
        }
        stalled = response;
    }

    /** The client does not want it any more. */
    void stop() {
        over = true;
        response = null;
        end = null;
        cancel();
    }

    /** Ends it, after what has already come. */
    void finish() {
        cancel();
        end(new Message(MessageType.COMPLETE, id, null));
    }

    /** Ends it now, whether or not there is room for saying so. */
    void abandon() {
        stop();
        outlet.write(new Message(MessageType.COMPLETE, id, null));
    }

    /** Writes the one message whose turn it is. */
    void write() {
        if (response != null) {
            Message next = new Message(MessageType.NEXT, id, response);
            response = null;
            outlet.write(next);
            proceed();
        } else if (end != null) {
            outlet.write(end);
            over = true;
            socket.ended(this);
        }
    }

    private void proceed() {
        if (end == null) {
            request(1);
        } else {
            outlet.ready(this);
        }
    }

    private void end(Message last) {
        if (over || end != null) {
            return;
        }
        end = last;
        if (response == null) {
            outlet.ready(this);
        }
    }

    @Override
    public Context currentContext() {
        return socket.context();
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(1);
    }

    @Override
    protected void hookOnNext(Json value) {
        socket.run(() -> {
            if (!over && end == null) {
                response = value;
                outlet.ready(this);
            }
        });
    }

    @Override
    protected void hookOnError(Throwable failure) {
        Json errors = OperationError.of(failure).errors();
        socket.run(() -> end(new Message(MessageType.ERROR, id, errors)));
    }

    @Override
    protected void hookOnComplete() {
        socket.run(() -> end(new Message(MessageType.COMPLETE, id, null)));
    }
}
