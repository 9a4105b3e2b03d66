package io.asyncflow.ai.catalog;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.remote.ConnectionFollower;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far the catalogue was read, kept beside what was read. */
@Component
class SyncState implements ConnectionFollower.Bookmark {

    private final DatabaseClient database;

    SyncState(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Instant> newest() {
        return database.sql("""
                        select newest_updated_at from catalog_sync where newest_updated_at is not null
                        """)
                .map(row -> required(row, "newest_updated_at", Instant.class))
                .one();
    }

    @Override
    public Mono<Void> moveTo(Instant newest) {
        return database.sql("""
                        update catalog_sync set newest_updated_at = :newest
                        where newest_updated_at is null or newest_updated_at < :newest
                        """).bind("newest", newest).then();
    }

    /** A round came to its end. */
    Mono<Void> complete(Instant at) {
        return database.sql("update catalog_sync set completed_at = :at")
                .bind("at", at)
                .then();
    }

    /** Whether a round ever came to its end, in this process or in one before. */
    Mono<Boolean> everCompleted() {
        return database.sql("select completed_at is not null as completed from catalog_sync")
                .map(row -> Boolean.TRUE.equals(row.get("completed", Boolean.class)))
                .one();
    }
}
