package io.asyncflow.user;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Work that is done again and again while the service runs, with a pause before each time. Every replica does it. */
public final class Recurring implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final Duration pause;
    private final Supplier<Mono<Void>> work;
    private volatile @Nullable Disposable loop;

    public Recurring(String name, Duration pause, Supplier<Mono<Void>> work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public void start() {
        loop = Mono.delay(pause)
                .then(Mono.defer(work))
                .onErrorResume(this::tryLater)
                .repeat()
                // Log lines tell which service they come from.
                .contextCapture()
                .subscribe();
    }

    private Mono<Void> tryLater(Throwable failure) {
        LOG.warn("The work \"{}\" has failed and is tried again in {}", name, pause, failure);
        return Mono.empty();
    }

    @Override
    public void stop() {
        Disposable running = loop;
        if (running != null) {
            running.dispose();
            loop = null;
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
