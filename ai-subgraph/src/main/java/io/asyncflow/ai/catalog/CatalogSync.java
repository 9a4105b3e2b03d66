package io.asyncflow.ai.catalog;

import io.asyncflow.support.remote.ConnectionFollower;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Brings our profiles up to date with the catalogue, round by round. Most rounds read what changed; the first of a
 * process, and one every now and then, sweeps: it reads all products, because one that is gone is not among the changes.
 */
@Component
class CatalogSync {

    private final ConnectionFollower catalog;
    private final ProductProfiles profiles;
    private final SyncState state;
    private final CatalogProperties properties;
    private final Clock clock;
    private volatile Instant nextSweep = Instant.MIN;

    CatalogSync(
            ConnectionFollower catalog,
            ProductProfiles profiles,
            SyncState state,
            CatalogProperties properties,
            Clock clock) {
        this.catalog = catalog;
        this.profiles = profiles;
        this.state = state;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<Void> round() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Mono<Void> reading = now.isBefore(nextSweep) ? catalog.changes(this::keep) : sweep(now);
            return reading.then(Mono.defer(() -> state.complete(now)));
        });
    }

    private Mono<Void> sweep(Instant now) {
        var seen = new HashSet<ProductId>();
        return catalog.everything(nodes -> keep(nodes, seen))
                .then(Mono.defer(() -> profiles.keepOnly(seen, now)))
                .then(Mono.fromRunnable(() -> nextSweep = now.plus(properties.sweepInterval())));
    }

    private Mono<Void> keep(List<JsonNode> nodes) {
        return keep(nodes, new HashSet<>());
    }

    private Mono<Void> keep(List<JsonNode> nodes, Set<ProductId> seen) {
        var read = nodes.stream().map(ProductNode::read).toList();
        read.forEach(node -> seen.add(node.profile().id()));
        return profiles.keep(read);
    }
}
