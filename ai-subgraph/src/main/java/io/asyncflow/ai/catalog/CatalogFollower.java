package io.asyncflow.ai.catalog;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Syncs for as long as the application runs. While the catalogue is away we go on with what is known, and say so once.
 */
@Component
public class CatalogFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogFollower.class);

    private final CatalogSync sync;
    private final ProductProfiles profiles;
    private final CatalogProperties properties;
    private final Sinks.Many<UUID> versions = Sinks.many().replay().latest();
    private boolean everSucceeded;
    private boolean away;
    private @Nullable Disposable running;

    CatalogFollower(CatalogSync sync, ProductProfiles profiles, CatalogProperties properties) {
        this.sync = sync;
        this.profiles = profiles;
        this.properties = properties;
    }

    /** The version of the profiles at the start and after each round, whoever changed them. */
    public Flux<UUID> versions() {
        return versions.asFlux();
    }

    @Override
    public void start() {
        running = announced()
                .then(Mono.defer(this::round)
                        .then(Mono.defer(this::pause))
                        .repeat()
                        .then())
                .contextCapture()
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> round() {
        return sync.round()
                .then(Mono.fromRunnable(this::succeeded))
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> failed(failure)))
                .then(Mono.defer(this::announced));
    }

    private Mono<Void> announced() {
        return profiles.version()
                .doOnNext(versions::tryEmitNext)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> failed(failure)));
    }

    private Mono<Long> pause() {
        Duration pause = everSucceeded ? properties.pollInterval() : properties.firstInterval();
        return Mono.delay(pause);
    }

    private void succeeded() {
        if (away || !everSucceeded) {
            LOG.info("Following the catalogue at {}", properties.url());
        }
        everSucceeded = true;
        away = false;
    }

    private void failed(Throwable failure) {
        if (!away) {
            LOG.warn(
                    "Cannot follow the catalogue at {}, going on with what is known: {}",
                    properties.url(),
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
            LOG.debug("The catalogue failed so", failure);
        }
        away = true;
    }
}
