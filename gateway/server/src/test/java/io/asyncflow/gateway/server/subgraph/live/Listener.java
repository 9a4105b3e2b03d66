package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.SubgraphException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Writes down what comes; an error by its code. */
final class Listener extends BaseSubscriber<String> {

    private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
    private final long demand;

    Listener(Flux<String> events) {
        this(events, Long.MAX_VALUE);
    }

    Listener(Flux<String> events, long demand) {
        this.demand = demand;
        events.subscribe(this);
    }

    String next() throws InterruptedException {
        String signal = signals.poll(30, TimeUnit.SECONDS);
        if (signal == null) {
            throw new AssertionError("Nothing came");
        }
        return signal;
    }

    @Override
    protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
        if (demand > 0) {
            request(demand);
        }
    }

    @Override
    protected void hookOnNext(String event) {
        signals.add(event);
    }

    @Override
    protected void hookOnComplete() {
        signals.add("complete");
    }

    @Override
    protected void hookOnError(Throwable failure) {
        signals.add(failure instanceof SubgraphException known ? known.code() : failure.toString());
    }
}
