package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** One request, and all who wait for its answer. When the last of them leaves, it is given up. */
final class Flight {

    private final List<MonoSink<Json>> waiting = new ArrayList<>(1);
    private final Disposable.Swap asking = Disposables.swap();
    private final Consumer<Flight> landing;
    private boolean landed;

    Flight(MonoSink<Json> first, Consumer<Flight> landing) {
        this.landing = landing;
        waiting.add(first);
    }

    void start(Mono<Json> question) {
        waiting.getFirst().onCancel(leaving(waiting.getFirst()));
        asking.update(question.subscribe(
                answer -> land().forEach(sink -> sink.success(answer)),
                error -> land().forEach(sink -> sink.error(error))));
    }

    /** Whether there was still time to join. */
    boolean board(MonoSink<Json> sink) {
        synchronized (this) {
            if (landed) {
                return false;
            }
            waiting.add(sink);
        }
        sink.onCancel(leaving(sink));
        return true;
    }

    private Disposable leaving(MonoSink<Json> sink) {
        return () -> leave(sink);
    }

    private void leave(MonoSink<Json> sink) {
        synchronized (this) {
            if (landed || !waiting.remove(sink) || !waiting.isEmpty()) {
                return;
            }
            landed = true;
        }
        landing.accept(this);
        asking.dispose();
    }

    /** From here on nobody joins or leaves. */
    private List<MonoSink<Json>> land() {
        synchronized (this) {
            landed = true;
        }
        landing.accept(this);
        return waiting;
    }
}
