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
    private final Map<String, Disposable.Swap> operations = new HashMap<>();
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

    /** Keeps the id for an operation, or tells what stands against it. */
    synchronized @Nullable Refusal begin(String id) {
        if (closed) {
            return Refusal.NO_STREAM;
        }
        if (operations.containsKey(id)) {
            return Refusal.OPERATION_ID_TAKEN;
        }
        if (operations.size() >= maxOperations) {
            return Refusal.TOO_MANY_OPERATIONS;
        }
        operations.put(id, Disposables.swap());
        return null;
    }

    /** Lets the client know what comes of an operation that has begun. */
    void run(String id, Flux<Json> responses, Context context) {
        Disposable.Swap running = running(id);
        if (running == null) {
            return;
        }
        running.replace(responses
                .contextWrite(context)
                .subscribe(
                        response -> emit(next(id, response)),
                        fault -> {
                            LOG.error("An operation on an event stream broke off", fault);
                            emit(next(id, Refusal.FAULT.body()));
                            complete(id);
                        },
                        () -> complete(id)));
    }

    private synchronized Disposable.@Nullable Swap running(String id) {
        return operations.get(id);
    }

    private void complete(String id) {
        emit(event("complete", "{\"id\":" + JsonValues.write(id) + "}"));
        end(id);
    }

    /** Ends an operation at the client's wish, or one that never came to run. */
    void end(String id) {
        Disposable.@Nullable Swap running;
        synchronized (this) {
            running = operations.remove(id);
        }
        if (running != null) {
            running.dispose();
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
        List<Disposable.Swap> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(operations.values());
            operations.clear();
            events.tryEmitComplete();
        }
        running.forEach(Disposable::dispose);
    }
}
