package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** The one connection over which a client gets the events of all its operations (graphql-sse, single connection). */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final int maxOperations;
    private final Sinks.Many<Json> events;
    private final Map<String, Slot> operations = new HashMap<>();
    private boolean open;
    private boolean closed;

    EventStream(StreamSettings settings) {
        this.maxOperations = settings.maxOperationsPerEventStream();
        this.events = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(settings.queueCapacity()));
    }

    /** Opens it, once: two connections could not tell whose events are whose. */
    synchronized boolean open() {
        boolean first = !open && !closed;
        open = true;
        return first;
    }

    synchronized boolean isOpen() {
        return open;
    }

    Flux<Json> events() {
        return events.asFlux();
    }

    /** One operation: another may have the same id when it has ended. */
    final class Slot {

        private final String id;
        private final Disposable.Swap running = Disposables.swap();

        private Slot(String id) {
            this.id = id;
        }

        /** Lets the client end what leads to the operation's outcome. */
        void prepare(Disposable work) {
            running.replace(work);
        }

        /** Lets the client know what comes of the operation. */
        void run(Flux<Json> responses, Context context) {
            if (running.isDisposed()) {
                return;
            }
            running.replace(responses
                    .contextWrite(context)
                    .subscribe(
                            response -> tell(next(id, response)),
                            fault -> {
                                LOG.error("An operation on an event stream broke off", fault);
                                tell(next(id, Refusal.FAULT.body()));
                                complete();
                            },
                            this::complete));
        }

        private void complete() {
            tell(event("complete", "{\"id\":" + JsonValues.write(id) + "}"));
            end();
        }

        private void tell(Json event) {
            if (!running.isDisposed()) {
                emit(event);
            }
        }

        /** Ends it, if it has not ended. */
        void end() {
            synchronized (EventStream.this) {
                operations.remove(id, this);
            }
            running.dispose();
        }
    }

    /** Keeps the id for an operation; fails where something stands against it. */
    synchronized Slot begin(String id) {
        if (closed) {
            throw Refusal.NO_STREAM.exception();
        }
        if (operations.containsKey(id)) {
            throw Refusal.OPERATION_ID_TAKEN.exception();
        }
        if (operations.size() >= maxOperations) {
            throw Refusal.TOO_MANY_OPERATIONS.exception();
        }
        Slot slot = new Slot(id);
        operations.put(id, slot);
        return slot;
    }

    /** Ends the operation with that id at the client's wish. */
    void end(String id) {
        @Nullable Slot slot;
        synchronized (this) {
            slot = operations.get(id);
        }
        if (slot != null) {
            slot.end();
        }
    }

    private static Json next(String id, Json response) {
        return new Bytes(response.length() + 96)
                .add("event: next\ndata: {\"id\":" + JsonValues.write(id) + ",\"payload\":")
                .addInOneLine(response)
                .add("}\n\n")
                .toJson();
    }

    private static Json event(String name, String data) {
        return Json.of("event: " + name + "\ndata: " + data + "\n\n");
    }

    private void emit(Json event) {
        Sinks.EmitResult result;
        synchronized (this) {
            result = events.tryEmitNext(event);
        }
        if (result == Sinks.EmitResult.FAIL_OVERFLOW) {
            LOG.warn("An event stream was closed whose client reads too slowly");
            close();
        }
    }

    /** Ends all that runs on it. */
    void close() {
        List<Slot> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(operations.values());
            operations.clear();
            events.tryEmitComplete();
        }
        running.forEach(Slot::end);
    }
}
