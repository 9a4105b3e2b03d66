package io.asyncflow.user.behaviour;

import static io.asyncflow.support.rows.Columns.required;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which events were received, for a while. */
@Component
class SeenBehaviour {

    /** Longer than what is received can be old. */
    private static final Duration MEMORY = Duration.ofDays(2);

    /** How many are forgotten at once. */
    static final int BATCH = 1000;

    private final DatabaseClient database;
    private final Clock clock;

    SeenBehaviour(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remembers them, and answers with those that are new. In one order, lest two batches wait for each other. */
    Mono<Set<String>> fresh(Actor actor, Collection<String> ids) {
        return database.sql("""
                        insert into behaviour_seen (actor, event_id, seen_at)
                        select :actor, id, :now
                        from unnest(:ids) as id
                        order by id
                        on conflict (actor, event_id) do nothing
                        returning event_id""")
                .bind("actor", actor.key())
                .bind("now", clock.instant())
                .bind("ids", ids.stream().distinct().toArray(String[]::new))
                .map(row -> required(row, "event_id", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** A batch after the other, lest one statement run for long. Replicas may do it together. */
    Mono<Void> forgetOld() {
        Instant oldest = clock.instant().minus(MEMORY);
        return Mono.defer(() -> forget(oldest))
                .repeat()
                .takeWhile(forgotten -> forgotten == BATCH)
                .then();
    }

    private Mono<Long> forget(Instant oldest) {
        return database.sql("""
                        delete from behaviour_seen
                        where (actor, event_id) in (
                          select actor, event_id
                          from behaviour_seen
                          where seen_at < :oldest
                          order by seen_at
                          limit :batch
                          for update skip locked)""")
                .bind("oldest", oldest)
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated();
    }
}
