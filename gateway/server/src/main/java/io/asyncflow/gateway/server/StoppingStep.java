package io.asyncflow.gateway.server;

import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/** What is to be done when the gateway stops, in its place among the steps: the higher the phase, the sooner. */
final class StoppingStep implements SmartLifecycle {

    private final int phase;
    private final Supplier<Mono<Void>> step;
    private volatile boolean running;

    StoppingStep(int phase, Supplier<Mono<Void>> step) {
        this.phase = phase;
        this.step = step;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** The lifecycle goes on when it is told to, or after the time that it has for each phase. */
    @Override
    public void stop(Runnable done) {
        running = false;
        var _ = step.get().onErrorComplete().doFinally(_ -> done.run()).subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
