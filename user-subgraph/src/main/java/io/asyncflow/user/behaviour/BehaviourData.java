package io.asyncflow.user.behaviour;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The names of what somebody did lately, without what it was. */
@Component
class BehaviourData implements PersonalData {

    private final DatabaseClient database;

    BehaviourData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "behaviour";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return database.sql("""
                        select event_id, seen_at
                        from behaviour_seen
                        where actor = :user
                        order by seen_at, event_id""")
                .bind("user", user.toString())
                .map(row -> Map.<String, Object>of(
                        "event", required(row, "event_id", String.class),
                        "seenAt", required(row, "seen_at", Instant.class).toString()))
                .all()
                .collectList()
                .map(all -> Map.of("events", all));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return database.sql("delete from behaviour_seen where actor = :user")
                .bind("user", user.toString())
                .then();
    }
}
