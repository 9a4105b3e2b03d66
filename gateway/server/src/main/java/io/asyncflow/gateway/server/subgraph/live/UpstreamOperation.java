package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/** One subscription on a socket that it shares: holds the events that have come until they are asked for. */
final class UpstreamOperation {

    /** Events come one by one; only the end of everything may come in between, from another thread. */
    private static final Duration CROSSING = Duration.ofSeconds(1);

    /** What has already been read when the reader is told to wait. */
    private static final int UNDER_WAY = 16;

    private final Json body;
    private final Runnable running;
    private final int capacity;
    private final Sinks.Many<Json> events;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicReference<Sinks.@Nullable Empty<Void>> stopped = new AtomicReference<>();
    private volatile boolean left;
    private boolean overflown;

    /** @param running called when the subgraph has been asked for it */
    UpstreamOperation(Json body, int capacity, Runnable running) {
        this.body = body;
        this.running = running;
        this.capacity = capacity;
        this.events = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(capacity + UNDER_WAY));
    }

    Json body() {
        return body;
    }

    Flux<Json> events() {
        return events.asFlux().map(this::taken);
    }

    void running() {
        running.run();
    }

    /** Takes an event in; tells whether there is room for another. */
    boolean next(Json event) {
        if (events.tryEmitNext(event) == Sinks.EmitResult.FAIL_OVERFLOW) {
            overflown = true;
            return false;
        }
        return waiting.incrementAndGet() < capacity;
    }

    /** Completes when there is room: at half, or else the reader would stop and go for each single event. */
    Mono<Void> room() {
        if (overflown) {
            return Mono.never();
        }
        Sinks.Empty<Void> fresh = Sinks.empty();
        Sinks.Empty<Void> before = stopped.compareAndExchange(null, fresh);
        if (left || waiting.get() <= capacity / 2) {
            proceed();
        }
        return (before == null ? fresh : before).asMono();
    }

    /** Takes in the only event that it will ever have, or the last one. */
    void last(Json event) {
        events.tryEmitNext(event);
        complete();
    }

    void complete() {
        events.emitComplete(EmitFailureHandler.busyLooping(CROSSING));
    }

    void fail(Throwable cause) {
        events.emitError(cause, EmitFailureHandler.busyLooping(CROSSING));
    }

    /** Nobody asks for its events any more, so nobody has to wait for that. */
    void leave() {
        left = true;
        proceed();
    }

    private Json taken(Json event) {
        if (waiting.decrementAndGet() <= capacity / 2) {
            proceed();
        }
        return event;
    }

    private void proceed() {
        Sinks.Empty<Void> reader = stopped.getAndSet(null);
        if (reader != null) {
            reader.tryEmitEmpty();
        }
    }
}
