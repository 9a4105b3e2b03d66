package io.asyncflow.user.account;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/**
 * Loads the demo data behind the start, and says that we are not ready before it is there. Each look at our health
 * after a failure tries again.
 */
final class DemoHealthIndicator implements ReactiveHealthIndicator, ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHealthIndicator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Mono<Health> loaded;

    DemoHealthIndicator(Mono<Void> loading) {
        this.loaded = loading.thenReturn(Health.up().build())
                .doOnError(failure -> LOG.error("The demo data could not be loaded", failure))
                .cacheInvalidateIf(_ -> false)
                .onErrorReturn(Health.down().build());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Takes along what this thread's log lines carry.
        loaded.contextCapture().subscribe();
    }

    @Override
    public Mono<Health> health() {
        return loaded.timeout(
                PATIENCE, Mono.fromSupplier(() -> Health.outOfService().build()));
    }
}
