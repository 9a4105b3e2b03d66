package io.asyncflow.support.events;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events that this service's groups have given up, for somebody to look at. */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Keyset<DeadLetter> ORDER =
            Keyset.<DeadLetter>ordered("position").by("w.position", "bigint", DeadLetter::position);

    private static final String CHOSEN =
            "dead and event_id = any(:ids) and consumer_group = coalesce(:group, consumer_group)";

    private final DatabaseClient database;
    private final Clock clock;

    public DeadLetters(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Mono<Connection<DeadLetter>> page(PageRequest page) {
        return ORDER.bind(database.sql(select(ORDER.where(page), ORDER.orderBy(page)) + " limit :limit"), page)
                .bind("limit", page.limit())
                .map(DeadLetters::letter)
                .all()
                .collectList()
                .map(rows -> ORDER.connection(page, rows, null));
    }

    public Flux<DeadLetter> all() {
        return database.sql(select("true", "w.position"))
                .map(DeadLetters::letter)
                .all();
    }

    private static String select(String where, String order) {
        return """
                select w.position, w.consumer_group, w.event_id, w.type, w.key, w.happened_at, w.data, w.trace,
                       w.attempts, w.reason, w.waiting_since,
                       (select count(*) from events.waiting later
                        where later.consumer_group = w.consumer_group and later.line = w.line
                          and later.position > w.position) as behind
                from events.waiting w
                where w.dead and %s
                order by %s""".formatted(where, order);
    }

    /**
     * Has them tried again, as often as at first; says how many there were.
     *
     * @param group the only one to try them again; when null, each that has given them up
     */
    public Mono<Long> replay(Collection<EventId> ids, @Nullable String group) {
        return changed(database.sql("""
                        update events.waiting set dead = false, attempts = 0, next_attempt_at = :now
                        where
                        """ + CHOSEN).bind("now", clock.instant()), ids, group);
    }

    /**
     * Leaves them without an effect for ever, so that those behind them go on; says how many there were.
     *
     * @param group the only one to leave them; when null, each that has given them up
     */
    public Mono<Long> discard(Collection<EventId> ids, @Nullable String group) {
        return changed(database.sql("delete from events.waiting where " + CHOSEN), ids, group)
                .doOnSuccess(_ -> LOG.warn("Discarded the dead letters {}", ids));
    }

    private static Mono<Long> changed(GenericExecuteSpec change, Collection<EventId> ids, @Nullable String group) {
        return change.bind("ids", ids.stream().map(EventId::uuid).toArray(UUID[]::new))
                .bind("group", Parameters.in(R2dbcType.VARCHAR, group))
                .fetch()
                .rowsUpdated();
    }

    private static DeadLetter letter(Readable row) {
        return new DeadLetter(
                required(row, "position", Long.class),
                required(row, "consumer_group", String.class),
                EventRows.event(row),
                required(row, "attempts", Integer.class),
                required(row, "reason", String.class),
                required(row, "waiting_since", Instant.class),
                required(row, "behind", Long.class));
    }
}
