package io.asyncflow.order.offer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Keeps the copy of the catalogue fresh while the service runs. The catalogue may be away; then it stays as it was. */
final class CatalogFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogFollower.class);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private final CatalogProperties properties;
    private final JoinedRuns readings;
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile @Nullable Disposable loop;

    CatalogFollower(CatalogReading reading, CatalogProperties properties) {
        this.properties = properties;
        this.readings = new JoinedRuns(Mono.defer(reading::run), SHORTEST_INTERVAL);
    }

    /** Completes when all has been read that was in the catalogue when this was asked for, or when patience has run out. */
    Mono<Void> catchUp() {
        return nextReading().timeout(properties.patience(), Mono.empty());
    }

    private Mono<Void> nextReading() {
        return Mono.defer(readings::next)
                .doOnSuccess(_ -> hasAnswered())
                .doOnError(this::isAway)
                .onErrorComplete();
    }

    @Override
    public void start() {
        loop = nextReading()
                .then(Mono.defer(() -> Mono.delay(answered.get() ? properties.poll() : properties.firstPoll())))
                .repeat()
                // Log lines tell which service they come from.
                .contextCapture()
                .subscribe();
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

    private void hasAnswered() {
        answered.set(true);
        if (away.compareAndSet(true, false)) {
            LOG.info("The catalogue answers again");
        }
    }

    /** Once per outage: the polls that follow would say the same. */
    private void isAway(Throwable failure) {
        if (away.compareAndSet(false, true)) {
            LOG.warn(
                    "The catalogue cannot be followed, carts go on with the offers that are known: {}",
                    failure.toString());
        }
    }
}
