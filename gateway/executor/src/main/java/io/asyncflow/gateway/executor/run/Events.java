package io.asyncflow.gateway.executor.run;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Events that threads bring, taken up one at a time by whichever of them is there. */
final class Events {

    private final Consumer<Runnable> taker;
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();

    /**
     * @param taker must not throw
     */
    Events(Consumer<Runnable> taker) {
        this.taker = taker;
    }

    /** Has the event taken up by the thread that is at work, or else by this one. */
    void post(Runnable event) {
        waiting.add(event);
        if (queued.getAndIncrement() != 0) {
            return;
        }
        int taken = 1;
        do {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                taker.accept(next);
            }
            taken = queued.addAndGet(-taken);
        } while (taken != 0);
    }
}
