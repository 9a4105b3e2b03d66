package io.asyncflow.user.consent;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All decisions that were ever made. */
@Component
public class ConsentTable {

    private static final Keyset<PastDecision> NEWEST_FIRST = Keyset.<PastDecision>ordered("consents")
            .by("position", "bigint", PastDecision::position)
            .reversed(true);

    private final DatabaseClient database;
    private final Clock clock;

    ConsentTable(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<List<Consent>> latest(UserId user) {
        return database.sql("""
                        select distinct on (purpose) position, purpose, granted, version, at
                        from consent_decision
                        where user_id = :user
                        order by purpose, position desc""")
                .bind("user", user.uuid())
                .map(ConsentTable::decision)
                .all()
                .collectMap(PastDecision::purpose)
                .map(ConsentTable::completed);
    }

    public Mono<Connection<PastDecision>> history(UserId user, PageRequest page) {
        var statement = database.sql("""
                        select position, purpose, granted, version, at
                        from consent_decision
                        where user_id = :user and %s
                        order by %s
                        limit :limit""".formatted(NEWEST_FIRST.where(page), NEWEST_FIRST.orderBy(page)))
                .bind("user", user.uuid())
                .bind("limit", page.limit());
        return NEWEST_FIRST
                .bind(statement, page)
                .map(ConsentTable::decision)
                .all()
                .collectList()
                .map(rows -> NEWEST_FIRST.connection(page, rows, null));
    }

    Mono<Void> add(UserId user, ConsentDecision decision) {
        return database.sql("""
                        insert into consent_decision (user_id, purpose, granted, version, at)
                        values (:user, :purpose, :granted, :version, :now)""")
                .bind("user", user.uuid())
                .bind("purpose", decision.purpose().name())
                .bind("granted", decision.granted())
                .bind("version", decision.version())
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .then();
    }

    private static List<Consent> completed(Map<ConsentPurpose, PastDecision> latest) {
        return Arrays.stream(ConsentPurpose.values())
                .map(purpose -> {
                    PastDecision decision = latest.get(purpose);
                    return decision == null
                            ? Consent.undecided(purpose)
                            : new Consent(purpose, decision.granted(), decision.version(), decision.at());
                })
                .toList();
    }

    private static PastDecision decision(Readable row) {
        return new PastDecision(
                required(row, "position", Long.class),
                ConsentPurpose.valueOf(required(row, "purpose", String.class)),
                required(row, "granted", Boolean.class),
                required(row, "version", String.class),
                required(row, "at", Instant.class));
    }
}
