package io.asyncflow.user.point;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody has earned and paid with. */
@Component
class PointData implements PersonalData {

    private final DatabaseClient database;

    PointData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "points";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return database.sql("""
                        select id, kind, delta, held, reason, at
                        from point_entry
                        where user_id = :user
                        order by position""")
                .bind("user", user.uuid())
                .map(row -> Map.<String, Object>of(
                        "id", new PointEntryId(required(row, "id", UUID.class)).toString(),
                        "kind", required(row, "kind", String.class),
                        "delta", required(row, "delta", Long.class),
                        "held", required(row, "held", Long.class),
                        "reason", required(row, "reason", String.class),
                        "at", required(row, "at", Instant.class).toString()))
                .all()
                .collectList()
                .map(all -> Map.of("entries", all));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        // The shop's books have to add up for years. They name nobody: whom the id stands for is erased elsewhere.
        return Mono.empty();
    }
}
