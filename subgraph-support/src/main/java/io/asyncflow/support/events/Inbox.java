package io.asyncflow.support.events;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What each group has received. A note is made in the transaction that takes care of the event. */
final class Inbox {

    private final DatabaseClient database;
    private final Clock clock;
    private final String idle;

    Inbox(DatabaseClient database, Clock clock, EventsProperties properties) {
        this.database = database;
        this.clock = clock;
        this.idle = properties.idleTransaction();
    }

    /**
     * Notes them; gives back those that had not been received. Waits while another transaction takes care of one of
     * them, so that nobody is ahead of whoever does. A process that hangs in between loses its transaction.
     */
    Mono<List<Event>> receive(String group, List<Event> events) {
        return database.sql("""
                        with bounded as (
                            select set_config('idle_in_transaction_session_timeout', :idle, true)
                        )
                        insert into events.inbox (consumer_group, event_id, received_at)
                        select :group, id, :now from bounded, unnest(:ids) as id
                        on conflict do nothing
                        returning event_id""")
                .bind("idle", idle)
                .bind("group", group)
                .bind("now", clock.instant())
                .bind("ids", EventRows.column(events, Event::id, UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet())
                // An event that stands in the batch twice is removed by its first occurrence.
                .map(fresh -> events.stream()
                        .filter(event -> fresh.remove(event.id()))
                        .toList());
    }

    /** Counts from the newest note, so that a group that was away for long still knows what it had received. */
    Mono<Void> forget(String group, Duration retention) {
        return forgetSome(group, retention)
                .repeat()
                .takeWhile(forgotten -> forgotten > 0)
                .then();
    }

    private Mono<Long> forgetSome(String group, Duration retention) {
        return Mono.defer(() -> database.sql("""
                        delete from events.inbox
                        where consumer_group = :group and event_id in (
                            select event_id from events.inbox old
                            where consumer_group = :group
                              and received_at < least(:now, (select max(received_at) from events.inbox
                                                             where consumer_group = :group))
                                                - make_interval(secs => :seconds)
                              and not exists (select 1 from events.waiting
                                              where waiting.consumer_group = :group
                                                and waiting.event_id = old.event_id)
                            limit 5000)""")
                .bind("group", group)
                .bind("now", clock.instant())
                .bind("seconds", (double) retention.toSeconds())
                .fetch()
                .rowsUpdated());
    }
}
