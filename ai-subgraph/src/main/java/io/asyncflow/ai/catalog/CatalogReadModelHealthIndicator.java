package io.asyncflow.ai.catalog;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the catalogue was ever read to its end: from then on we can answer, whether or not it is there. */
@Component
class CatalogReadModelHealthIndicator extends AbstractReactiveHealthIndicator {

    private final SyncState state;
    private volatile boolean completed;

    CatalogReadModelHealthIndicator(SyncState state) {
        super("The state of the read model cannot be read");
        this.state = state;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        Mono<Boolean> known = completed ? Mono.just(true) : state.everCompleted();
        return known.map(ever -> {
            completed = ever;
            return (ever ? builder.up() : builder.outOfService()).build();
        });
    }
}
