package io.asyncflow.support.events;

import io.asyncflow.service.RequestContext;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a change writes down what happened, in its own transaction: both are kept or neither. Append once, and at the end
 * of the transaction, because it makes others wait who want to tell something of the same key: two transactions that
 * append twice may wait for each other.
 */
public final class Outbox {

    /** As many as there are rows in {@code events.relay_lane}. */
    private static final int LANES = 16;

    /** What one bus takes and the other does not would hold up everything behind it. */
    private static final int LONGEST_DATA = 200_000;

    private final DatabaseClient database;
    private final EventSchemas schemas;
    private final Clock clock;
    private final TransactionalOperator callersTransaction;

    Outbox(DatabaseClient database, ReactiveTransactionManager transactions, EventSchemas schemas, Clock clock) {
        this.database = database;
        this.schemas = schemas;
        this.clock = clock;
        this.callersTransaction = TransactionalOperator.create(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_MANDATORY));
    }

    public Mono<Void> append(Fact<?> fact) {
        return append(List.of(fact));
    }

    /** Fails where there is no transaction, and when an event does not conform to the schema of its type. */
    public Mono<Void> append(List<? extends Fact<?>> facts) {
        return Mono.deferContextual(context -> {
                    String trace = RequestContext.from(context)
                            .map(RequestContext::traceparent)
                            .orElse(null);
                    return written(
                            facts.stream().map(fact -> event(fact, trace)).toList());
                })
                .as(callersTransaction::transactional);
    }

    private Event event(Fact<?> fact, @Nullable String trace) {
        String type = fact.type().name();
        String data = JsonMapper.shared().writeValueAsString(fact.data());
        schemas.require(type, data);
        if (data.length() > LONGEST_DATA) {
            throw new IllegalArgumentException("An event " + type + " must not be longer than " + LONGEST_DATA
                    + " characters: let it name what is large, and not carry it");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Event(Uuid7.next(clock), type, fact.key(), now, data, trace);
    }

    /**
     * Positions are drawn while the key is locked, so that a later one of the same key belongs to a transaction that
     * ends later. Keys are locked in one order, lest two transactions wait for each other.
     */
    private Mono<Void> written(List<Event> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return EventRows.bind(database.sql("""
                        with locked as materialized (
                            select count(pg_advisory_xact_lock(hashtextextended(key, 0))),
                                   set_config('idle_in_transaction_session_timeout', '60s', true)
                            from (select distinct key from unnest(:keys) as key order by key) as keys
                        )
                        insert into events.outbox (lane, event_id, type, key, happened_at, data, trace)
                        select written.lane, written.event_id, written.type, written.key, written.happened_at,
                               written.data, written.trace
                        from locked, unnest(:lanes, :ids, :types, :keys, :times, :data, :traces) with ordinality
                                 as written (lane, event_id, type, key, happened_at, data, trace, place)
                        order by written.place"""), events)
                .bind("lanes", EventRows.column(events, Outbox::lane, Short[]::new))
                .then()
                .then(database.sql("select pg_notify('outbox', '')").then());
    }

    private static short lane(Event event) {
        return (short) Math.floorMod(event.key().hashCode(), LANES);
    }
}
