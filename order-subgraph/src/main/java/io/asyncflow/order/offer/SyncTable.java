package io.asyncflow.order.offer;

import io.asyncflow.support.remote.ConnectionFollower;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far the catalogue was read, so that a new process goes on where the last one stopped. */
@Component
class SyncTable implements ConnectionFollower.Bookmark {

    private final DatabaseClient database;

    SyncTable(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Instant> newest() {
        return database.sql("select newest_change from catalog_sync")
                .map(row -> instant(row, "newest_change"))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Void> moveTo(Instant newest) {
        return database.sql("update catalog_sync set newest_change = greatest(newest_change, :newest)")
                .bind("newest", newest)
                .then();
    }

    /** When everything was last read; empty when it never was. */
    Mono<Instant> readEverythingAt() {
        return database.sql("select full_read_at from catalog_sync")
                .map(row -> instant(row, "full_read_at"))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    Mono<Void> hasReadEverything(Instant at) {
        return database.sql("update catalog_sync set full_read_at = :at")
                .bind("at", at)
                .then();
    }

    private static Optional<Instant> instant(Readable row, String column) {
        return Optional.ofNullable(row.get(column, Instant.class));
    }
}
