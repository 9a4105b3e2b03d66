package io.asyncflow.support.events;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings what the outbox holds to the bus. A relay locks some lanes, publishes what is in them in order, deletes it and
 * lets the lanes go, all in one transaction: replicas share the lanes, and none publishes what another one still has in
 * hand. When one dies between publishing and deleting, the events are published again, and the inboxes know them.
 */
final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    /** An event with its row. */
    private record Row(long position, Event event) {}

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Nudges nudges;
    private final Bus bus;
    private final Duration publishTimeout;
    private final Trouble trouble = new Trouble(LOG, "Events stay in the outbox");

    Relay(
            DatabaseClient database,
            TransactionalOperator transactions,
            Nudges nudges,
            Bus bus,
            EventsProperties properties) {
        this.database = database;
        this.transactions = transactions;
        this.nudges = nudges;
        this.bus = bus;
        this.publishTimeout = properties.publishTimeout();
    }

    /** Works for as long as it is subscribed to. */
    Flux<Void> run() {
        return nudges.all().onBackpressureLatest().concatMap(_ -> drain(), 1);
    }

    private Mono<Void> drain() {
        return round().expand(relayed -> relayed == 0 ? Mono.empty() : round())
                .doOnComplete(trouble::over)
                .then()
                .onErrorResume(failure -> {
                    trouble.is(failure);
                    return Mono.delay(PAUSE_AFTER_FAILURE).then();
                });
    }

    private Mono<Integer> round() {
        return lanes().collectList()
                .filter(lanes -> !lanes.isEmpty())
                .flatMap(lanes -> rows(lanes).collectList())
                .filter(rows -> !rows.isEmpty())
                .flatMap(this::moved)
                .as(transactions::transactional)
                .defaultIfEmpty(0);
    }

    /** Half of them at most, so that a replica finds something to do; a relay that hangs is put an end to. */
    private Flux<Short> lanes() {
        return database.sql("""
                        select lane, set_config('idle_in_transaction_session_timeout', '30s', true)
                        from events.relay_lane
                        where exists (select 1 from events.outbox where outbox.lane = relay_lane.lane)
                        order by random()
                        limit 8
                        for update skip locked""")
                .map(row -> EventRows.required(row, "lane", Short.class))
                .all();
    }

    private Flux<Row> rows(List<Short> lanes) {
        return database.sql("""
                        select position, event_id, type, key, happened_at, data, trace
                        from events.outbox
                        where lane = any(:lanes)
                        order by position
                        limit 500""")
                .bind("lanes", lanes.toArray(Short[]::new))
                .map(row -> new Row(EventRows.required(row, "position", Long.class), EventRows.event(row)))
                .all();
    }

    private Mono<Integer> moved(List<Row> rows) {
        return bus.publish(rows.stream().map(Row::event).toList())
                .timeout(publishTimeout)
                .then(database.sql("delete from events.outbox where position = any(:positions)")
                        .bind("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                        .then())
                .thenReturn(rows.size());
    }
}
