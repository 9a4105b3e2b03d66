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

    Inbox(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes them; gives back those that had not been received. Waits while another transaction takes care of one of
     * them, so that nobody is ahead of whoever does.
     */
    Mono<List<Event>> receive(String group, List<Event> events) {
        return database.sql("""
                        insert into events.inbox (consumer_group, event_id, received_at)
                        select :group, id, :now from unnest(:ids) as id
                        on conflict do nothing
                        returning event_id""")
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
    Mono<Long> forget(String group, Duration retention) {
        return database.sql("""
                        delete from events.inbox
                        where consumer_group = :group
                          and received_at < (select max(received_at) from events.inbox where consumer_group = :group)
                                            - make_interval(secs => :seconds)""")
                .bind("group", group)
                .bind("seconds", (double) retention.toSeconds())
                .fetch()
                .rowsUpdated();
    }
}
