package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.traffic.Ending;
import io.asyncflow.gateway.server.subgraph.transport.Failure;
import io.asyncflow.gateway.server.subgraph.transport.Fault;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Counts the requests that run, refuses those beyond the limit, and knows when the last one is done. */
final class InFlight implements Ending {

    private final int limit;
    private final AtomicInteger running = new AtomicInteger();
    private final Sinks.Empty<Void> drained = Sinks.empty();
    private volatile boolean stopping;

    InFlight(int limit) {
        this.limit = limit;
    }

    int count() {
        return running.get();
    }

    Mono<Json> count(Mono<Json> request) {
        return Mono.defer(() -> {
            boolean full = running.incrementAndGet() > limit;
            if (full || stopping) {
                left();
                return Mono.error(Failure.of(full ? Fault.BUSY : Fault.STOPPING));
            }
            return Ending.watch(request, this);
        });
    }

    /** Takes nothing more, and waits for what runs. */
    Mono<Void> drain() {
        stopping = true;
        tellWhenDrained();
        return drained.asMono();
    }

    @Override
    public void answered() {
        left();
    }

    @Override
    public void failed(Throwable error) {
        left();
    }

    @Override
    public void cancelled() {
        left();
    }

    private void left() {
        running.decrementAndGet();
        tellWhenDrained();
    }

    private void tellWhenDrained() {
        if (stopping && running.get() == 0) {
            drained.tryEmitEmpty();
        }
    }
}
