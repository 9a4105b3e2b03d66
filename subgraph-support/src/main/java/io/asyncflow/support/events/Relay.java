package io.asyncflow.support.events;

import static io.asyncflow.support.rows.Columns.required;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private static final Duration CARE = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    /** An event with its row. */
    private record Row(long position, Event event) {}

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Nudges nudges;
    private final Bus bus;
    private final EventsProperties properties;
    private final Clock clock;
    private volatile Instant carefulUntil = Instant.MIN;
    private final Trouble trouble = new Trouble(LOG, "Events stay in the outbox");

    Relay(
            DatabaseClient database,
            TransactionalOperator transactions,
            Nudges nudges,
            Bus bus,
            EventsProperties properties,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.nudges = nudges;
        this.bus = bus;
        this.properties = properties;
        this.clock = clock;
    }

    /** Works until the end, and finishes the round that it is in. */
    Flux<Void> run(CompletableFuture<?> end) {
        return nudges.all()
                .onBackpressureLatest()
                .takeUntilOther(Mono.fromFuture(end, true))
                .concatMap(_ -> drain(end), 1);
    }

    private Mono<Void> drain(CompletableFuture<?> end) {
        return round().expand(relayed -> relayed == 0 || end.isDone() ? Mono.empty() : round())
                .doOnNext(relayed -> {
                    if (relayed > 0) {
                        trouble.over();
                    }
                })
                .then()
                .onErrorResume(failure -> {
                    trouble.is(failure);
                    carefulUntil = clock.instant().plus(CARE);
                    return Mono.delay(PAUSE_AFTER_FAILURE).then();
                });
    }

    private Mono<Integer> round() {
        return Mono.defer(() -> lanes().collectList())
                .filter(lanes -> !lanes.isEmpty())
                .flatMap(lanes -> rows(lanes).collectList())
                .filter(rows -> !rows.isEmpty())
                .flatMap(this::moved)
                .as(transactions::transactional)
                .timeout(properties.round())
                .defaultIfEmpty(0);
    }

    /**
     * Half of them at most, so that a replica finds something to do. After a failure one at a time: it may be that the bus
     * refuses an event of one lane, and the others need not wait for it. A relay that hangs is put an end to.
     */
    private Flux<Short> lanes() {
        return database.sql("""
                        select lane, set_config('idle_in_transaction_session_timeout', :idle, true)
                        from events.relay_lane
                        where exists (select 1 from events.outbox where outbox.lane = relay_lane.lane)
                        order by random()
                        limit :most
                        for update skip locked""")
                .bind("idle", properties.round().toMillis() + "ms")
                .bind("most", clock.instant().isBefore(carefulUntil) ? 1 : 8)
                .map(row -> required(row, "lane", Short.class))
                .all();
    }

    /** The first ones, as far as memory goes. */
    private Flux<Row> rows(List<Short> lanes) {
        return database.sql("""
                        select position, event_id, type, key, happened_at, data, trace
                        from (select *, sum(length(data)) over (order by position) - length(data) as before
                              from (select * from events.outbox
                                    where lane = any(:lanes)
                                    order by position
                                    limit 500) as first) as counted
                        where before < 4000000
                        order by position""")
                .bind("lanes", lanes.toArray(Short[]::new))
                .map(row -> new Row(required(row, "position", Long.class), EventRows.event(row)))
                .all();
    }

    private Mono<Integer> moved(List<Row> rows) {
        return bus.publish(rows.stream().map(Row::event).toList())
                .timeout(properties.publishTimeout())
                .then(database.sql("delete from events.outbox where position = any(:positions)")
                        .bind("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                        .then())
                .thenReturn(rows.size());
    }
}
