package io.asyncflow.support.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Events that failed, and behind each of them those of the same key that came later: a line for each key, which goes on
 * when its first event has been handled. So order holds, and other keys do not wait.
 */
final class WaitingLines {

    private static final int LONGEST_REASON = 500;

    /** The first event of a line, locked for whoever tries it. */
    record Head(long position, Event event, int attempts) {}

    private final DatabaseClient database;
    private final Clock clock;

    WaitingLines(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the keys for which there is a line. */
    Mono<Set<String>> among(String group, Set<String> keys) {
        return database.sql("""
                        select distinct key from events.waiting
                        where consumer_group = :group and key = any(:keys)""")
                .bind("group", group)
                .bind("keys", keys.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collect(Collectors.toSet());
    }

    /** At the end of the line of each. */
    Mono<Void> join(String group, List<Event> events) {
        return events.isEmpty() ? Mono.empty() : insert(group, events, 0, clock.instant(), "");
    }

    /** The first failure of an event. */
    Mono<Void> open(String group, Event event, Duration pause, Throwable failure) {
        return insert(group, List.of(event), 1, clock.instant().plus(pause), reason(failure));
    }

    private Mono<Void> insert(String group, List<Event> events, int attempts, Instant next, String reason) {
        return EventRows.bind(database.sql("""
                        insert into events.waiting (consumer_group, event_id, type, key, happened_at, data, trace,
                                                    attempts, next_attempt_at, dead, reason, waiting_since)
                        select :group, event_id, type, key, happened_at, data, trace,
                               :attempts, :next, false, nullif(:reason, ''), :now
                        from unnest(:ids, :types, :keys, :times, :data, :traces) with ordinality
                                 as late (event_id, type, key, happened_at, data, trace, place)
                        order by place"""), events)
                .bind("group", group)
                .bind("attempts", attempts)
                .bind("next", next)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .then();
    }

    /** A first event whose time has come, and that nobody else tries at the moment. */
    Mono<Head> due(String group) {
        return database.sql("""
                        select position, event_id, type, key, happened_at, data, trace, attempts
                        from events.waiting
                        where consumer_group = :group and not dead and next_attempt_at <= :now
                          and not exists (
                              select 1 from events.waiting ahead
                              where ahead.consumer_group = waiting.consumer_group and ahead.key = waiting.key
                                and ahead.position < waiting.position)
                        order by next_attempt_at, position
                        limit 1
                        for update skip locked""")
                .bind("group", group)
                .bind("now", clock.instant())
                .map(row -> new Head(
                        EventRows.required(row, "position", Long.class),
                        EventRows.event(row),
                        EventRows.required(row, "attempts", Integer.class)))
                .one();
    }

    /** The head's event, and those behind it. Whoever has the head has the line. */
    Mono<List<Event>> line(String group, Head head, int longest) {
        return database.sql("""
                        select event_id, type, key, happened_at, data, trace
                        from events.waiting
                        where consumer_group = :group and key = :key and position >= :position
                        order by position
                        limit :longest""")
                .bind("group", group)
                .bind("key", head.event().key())
                .bind("position", head.position())
                .bind("longest", longest)
                .map(EventRows::event)
                .all()
                .collectList();
    }

    Mono<Void> leave(String group, List<Event> events) {
        return database.sql("delete from events.waiting where consumer_group = :group and event_id = any(:ids)")
                .bind("group", group)
                .bind("ids", EventRows.column(events, Event::id, UUID[]::new))
                .then();
    }

    Mono<Void> failed(Head head, Duration pause, boolean dead, Throwable failure) {
        return database.sql("""
                        update events.waiting
                        set attempts = attempts + 1, next_attempt_at = :next, dead = :dead, reason = :reason
                        where position = :position""")
                .bind("position", head.position())
                .bind("next", clock.instant().plus(pause))
                .bind("dead", dead)
                .bind("reason", reason(failure))
                .then();
    }

    private static String reason(Throwable failure) {
        String text = failure.toString().replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
