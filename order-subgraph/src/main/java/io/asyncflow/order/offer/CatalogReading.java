package io.asyncflow.order.offer;

import io.asyncflow.support.remote.ConnectionFollower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Brings the copy up to date: reads what has changed in the catalogue since last time, or everything once in a while. */
final class CatalogReading {

    private final ConnectionFollower catalog;
    private final OfferTable offers;
    private final SyncTable sync;
    private final Duration fullRead;
    private final Clock clock;

    CatalogReading(ConnectionFollower catalog, OfferTable offers, SyncTable sync, Duration fullRead, Clock clock) {
        this.catalog = catalog;
        this.offers = offers;
        this.sync = sync;
        this.fullRead = fullRead;
        this.clock = clock;
    }

    Mono<Void> run() {
        return sync.readEverythingAt()
                .map(last -> last.plus(fullRead).isBefore(clock.instant()))
                .defaultIfEmpty(true)
                .flatMap(due -> due ? readEverything() : readChanges());
    }

    private Mono<Void> readChanges() {
        return catalog.changes(page -> offers.store(products(page)));
    }

    private Mono<Void> readEverything() {
        return Mono.defer(() -> {
            Instant began = clock.instant();
            var met = new Met();
            return catalog.everything(page -> offers.store(met.with(products(page))))
                    .then(Mono.defer(() -> offers.retireAllBut(met.products, met.newest)))
                    .then(Mono.defer(() -> sync.hasReadEverything(began)));
        });
    }

    private static List<CatalogProduct> products(List<JsonNode> page) {
        return page.stream().map(CatalogProduct::of).toList();
    }

    /** What a reading of everything came across. */
    private static final class Met {

        private final Set<UUID> products = new HashSet<>();
        private Instant newest = Instant.EPOCH;

        Collection<CatalogProduct> with(List<CatalogProduct> page) {
            for (CatalogProduct product : page) {
                products.add(product.id());
                newest = product.updated().isAfter(newest) ? product.updated() : newest;
            }
            return page;
        }
    }
}
