package io.asyncflow.order.offer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ready to serve carts once the catalogue was read for the first time, in this process or in an earlier one. */
@Component
class CatalogReadModelHealthIndicator implements ReactiveHealthIndicator {

    private final SyncTable sync;
    private volatile boolean ready;

    CatalogReadModelHealthIndicator(SyncTable sync) {
        this.sync = sync;
    }

    @Override
    public Mono<Health> health() {
        return Mono.defer(() -> ready ? Mono.just(Boolean.TRUE) : everRead())
                .map(read -> (read
                                ? Health.up()
                                : Health.outOfService().withDetail("reason", "The catalogue has not been read yet"))
                        .build());
    }

    private Mono<Boolean> everRead() {
        return sync.readEverythingAt().hasElement().map(read -> {
            ready = read;
            return read;
        });
    }
}
