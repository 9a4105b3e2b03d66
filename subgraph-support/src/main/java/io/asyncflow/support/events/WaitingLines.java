package io.asyncflow.support.events;

import static io.asyncflow.support.rows.Columns.required;

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
 * when its first event has been handled. So order holds, and other keys do not wait. Only the first of a line has a time
 * at which it is tried.
 */
final class WaitingLines {

    private static final int LONGEST_REASON = 500;

    /** The first event of a line, locked for whoever tries it. */
    record Head(long position, Event event, int attempts) {}

    private final DatabaseClient database;
    private final Clock clock;
    private final String idle;

    WaitingLines(DatabaseClient database, Clock clock, EventsProperties properties) {
        this.database = database;
        this.clock = clock;
        this.idle = properties.idleTransaction();
    }

    /** One for each key of a topic. */
    static String line(Event event) {
        return event.topic() + ":" + event.key();
    }

    /** Those of the lines that somebody waits in. */
    Mono<Set<String>> among(String group, Set<String> lines) {
        return database.sql("""
                        select distinct line from events.waiting
                        where consumer_group = :group and line = any(:lines)""")
                .bind("group", group)
                .bind("lines", lines.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collect(Collectors.toSet());
    }

    /** At the end of the line of each, until it is called. */
    Mono<Void> join(String group, List<Event> events) {
        return events.isEmpty() ? Mono.empty() : insert(group, events, 0, clock.instant(), "");
    }

    /** The first failure of an event. */
    Mono<Void> open(String group, Event event, Duration pause, Throwable failure) {
        return insert(group, List.of(event), 1, clock.instant().plus(pause), reason(failure));
    }

    private Mono<Void> insert(String group, List<Event> events, int attempts, Instant next, String reason) {
        return EventRows.bind(database.sql("""
                        insert into events.waiting (consumer_group, line, event_id, type, key, happened_at, data, trace,
                                                    attempts, next_attempt_at, dead, reason, waiting_since)
                        select :group, line, event_id, type, key, happened_at, data, trace,
                               :attempts, case when :attempts = 0 then 'infinity' else :next end, false, nullif(:reason, ''), :now
                        from unnest(:lines, :ids, :types, :keys, :times, :data, :traces) with ordinality
                                 as late (line, event_id, type, key, happened_at, data, trace, place)
                        order by place
                        on conflict (consumer_group, event_id) do nothing"""), events)
                .bind("lines", EventRows.column(events, WaitingLines::line, String[]::new))
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
                        select position, event_id, type, key, happened_at, data, trace, attempts,
                               set_config('idle_in_transaction_session_timeout', :idle, true)
                        from events.waiting
                        where consumer_group = :group and not dead and next_attempt_at <= :now
                          and position = (select min(position) from events.waiting as first
                                          where first.consumer_group = :group and first.line = waiting.line)
                        order by next_attempt_at
                        limit 1
                        for update skip locked""")
                .bind("idle", idle)
                .bind("group", group)
                .bind("now", clock.instant())
                .map(row -> new Head(
                        required(row, "position", Long.class),
                        EventRows.event(row),
                        required(row, "attempts", Integer.class)))
                .one();
    }

    /** The head's event, and those behind it. Whoever has the head has the line. */
    Mono<List<Event>> line(String group, Head head, int longest) {
        return database.sql("""
                        select event_id, type, key, happened_at, data, trace
                        from events.waiting
                        where consumer_group = :group and line = :line and position >= :position
                        order by position
                        limit :longest""")
                .bind("group", group)
                .bind("line", line(head.event()))
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

    /**
     * Calls the first of each line, if nobody has. Comes after a transaction in which somebody joined or left, because
     * within it who did the other at the same time is not seen.
     */
    Mono<Void> call(String group, Set<String> lines) {
        return lines.isEmpty()
                ? Mono.empty()
                : database.sql("""
                                update events.waiting set next_attempt_at = :now
                                where next_attempt_at = 'infinity'
                                  and position = any(array(
                                      select (select min(position) from events.waiting as first
                                              where first.consumer_group = :group and first.line = changed.line)
                                      from unnest(:lines) as changed (line)))""")
                        .bind("now", clock.instant())
                        .bind("group", group)
                        .bind("lines", lines.toArray(String[]::new))
                        .then();
    }

    /**
     * Calls the first of every line, if nobody has: those behind a discarded event, and those that a process that died
     * did not come to call. Goes from line to line by the index: what it takes grows with the lines, and not with how
     * long they are.
     */
    Mono<Void> callForgotten(String group) {
        return database.sql("""
                        with recursive first as (
                            (select line, position, next_attempt_at from events.waiting
                             where consumer_group = :group
                             order by line, position
                             limit 1)
                            union all
                            select next.line, next.position, next.next_attempt_at
                            from first, lateral (
                                select line, position, next_attempt_at from events.waiting
                                where consumer_group = :group and line > first.line
                                order by line, position
                                limit 1) as next
                        )
                        update events.waiting set next_attempt_at = :now
                        where position in (select position from first where next_attempt_at = 'infinity')""")
                .bind("group", group)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> failed(Head head, Duration pause, boolean dead, Throwable failure) {
        return database.sql("""
                        update events.waiting
                        set attempts = attempts + 1, next_attempt_at = :next, dead = :dead, reason = :reason
                        where position = :position and attempts = :seen and not dead""")
                .bind("position", head.position())
                .bind("seen", head.attempts())
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
