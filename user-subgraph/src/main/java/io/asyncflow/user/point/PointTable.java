package io.asyncflow.user.point;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.point.PointEntry.Kind;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Accounts of points as commands read and write them: locked first. */
@Component
class PointTable {

    /** An account that nobody else changes until the transaction ends; open unless it has been given up. */
    record Locked(UserId user, boolean open) {}

    private record StoredPocket(
            UUID lot,
            @Nullable Instant expires,
            @Nullable UUID hold,
            @Nullable Instant until,
            long points) {

        static StoredPocket of(Pocket pocket) {
            var hold = pocket.hold();
            return new StoredPocket(
                    pocket.lot(),
                    pocket.expiresAt(),
                    hold == null ? null : hold.id().uuid(),
                    hold == null ? null : hold.until(),
                    pocket.points());
        }
    }

    private record StoredEntry(
            UUID id,
            Kind kind,
            long delta,
            long held,
            String reason,
            @Nullable String key,
            @Nullable UUID order,
            @Nullable UUID hold,
            @Nullable Instant expires,
            Instant at) {

        static StoredEntry of(PointEntry entry) {
            return new StoredEntry(
                    entry.id().uuid(),
                    entry.kind(),
                    entry.delta(),
                    entry.held(),
                    entry.reason(),
                    entry.key(),
                    entry.order() == null ? null : entry.order().uuid(),
                    entry.hold() == null ? null : entry.hold().uuid(),
                    entry.expiresAt(),
                    entry.at());
        }
    }

    static final String ENTRY = "id, kind, delta, held, reason, key, order_id, hold_id, expires_at, at";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    PointTable(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when there is no such account. */
    Mono<Locked> lock(UserId user) {
        return locked(user).switchIfEmpty(Mono.defer(() -> open(user).then(locked(user))));
    }

    private Mono<Locked> locked(UserId user) {
        return database.sql("""
                        select account.closed_at is null as open
                        from point_account
                        join account on account.id = point_account.user_id
                        where point_account.user_id = :user
                        for update of point_account""")
                .bind("user", user.uuid())
                .map(row -> new Locked(user, required(row, "open", Boolean.class)))
                .one();
    }

    private Mono<Void> open(UserId user) {
        return database.sql("""
                        insert into point_account (user_id)
                        select id from account where id = :user
                        on conflict (user_id) do nothing""").bind("user", user.uuid()).then();
    }

    Mono<UserId> ownerOf(HoldId hold) {
        return database.sql("select user_id from point_entry where id = :hold and kind = 'HOLD'")
                .bind("hold", hold.uuid())
                .map(row -> new UserId(required(row, "user_id", UUID.class)))
                .one();
    }

    Mono<PointEntry> entryOf(UserId user, String key) {
        return database.sql("select " + ENTRY + " from point_entry where user_id = :user and key = :key")
                .bind("user", user.uuid())
                .bind("key", key)
                .map(PointTable::read)
                .one();
    }

    /** The entry that made the hold. */
    Mono<PointEntry> beginOf(HoldId hold) {
        return database.sql("select " + ENTRY + " from point_entry where id = :hold")
                .bind("hold", hold.uuid())
                .map(PointTable::read)
                .one();
    }

    /** The entry that ended the hold, if one has. */
    Mono<PointEntry> endOf(HoldId hold) {
        return database.sql(
                        "select " + ENTRY + " from point_entry where hold_id = :hold and kind in ('SPEND', 'RELEASE')")
                .bind("hold", hold.uuid())
                .map(PointTable::read)
                .one();
    }

    Mono<Purse> purse(UserId user) {
        return database.sql("""
                        select lot_id, expires_at, hold_id, held_until, points
                        from point_pocket
                        where user_id = :user""")
                .bind("user", user.uuid())
                .map(PointTable::pocket)
                .all()
                .collectList()
                .map(Purse::new);
    }

    /** Writes the new entries, and makes the stored pockets those of the purse; nothing when nothing has happened. */
    Mono<Void> save(UserId user, Ledger ledger) {
        return ledger.entries().isEmpty()
                ? Mono.empty()
                : add(user, ledger.entries()).then(replace(user, ledger));
    }

    /** In their order: each step of the way the account has to add up. */
    private Mono<Void> add(UserId user, List<PointEntry> entries) {
        return database.sql("""
                        insert into point_entry (
                          id, user_id, kind, delta, held, reason, key, order_id, hold_id, expires_at, at)
                        select e.id, :user, e.kind, e.delta, e.held, e.reason, e.key, e."order", e.hold, e.expires, e.at
                        from rows from (jsonb_to_recordset(cast(:entries as jsonb)) as (
                          id uuid, kind text, delta bigint, held bigint, reason text, key text,
                          "order" uuid, hold uuid, expires timestamptz, at timestamptz))
                          with ordinality as e (
                            id, kind, delta, held, reason, key, "order", hold, expires, at, place)
                        order by e.place""")
                .bind("user", user.uuid())
                .bind(
                        "entries",
                        JSON.writeValueAsString(
                                entries.stream().map(StoredEntry::of).toList()))
                .then();
    }

    /** Only what has changed: an account may have thousands of lots. */
    private Mono<Void> replace(UserId user, Ledger ledger) {
        return database.sql("""
                        with emptied as (
                          delete from point_pocket as stored
                          using jsonb_to_recordset(cast(:emptied as jsonb)) as pocket (lot uuid, hold uuid)
                          where stored.lot_id = pocket.lot and stored.hold_id is not distinct from pocket.hold
                        )
                        insert into point_pocket (user_id, lot_id, expires_at, hold_id, held_until, points)
                        select :user, lot, expires, hold, until, points
                        from jsonb_to_recordset(cast(:changed as jsonb)) as pocket (
                          lot uuid, expires timestamptz, hold uuid, until timestamptz, points bigint)
                        on conflict (lot_id, hold_id) do update set points = excluded.points""")
                .bind("user", user.uuid())
                .bind("emptied", json(ledger.emptied()))
                .bind("changed", json(ledger.changed()))
                .then();
    }

    private static String json(Purse purse) {
        return JSON.writeValueAsString(
                purse.pockets().stream().map(StoredPocket::of).toList());
    }

    static PointEntry read(Readable row) {
        UUID order = row.get("order_id", UUID.class);
        UUID hold = row.get("hold_id", UUID.class);
        return new PointEntry(
                new PointEntryId(required(row, "id", UUID.class)),
                Kind.valueOf(required(row, "kind", String.class)),
                required(row, "delta", Long.class),
                required(row, "held", Long.class),
                required(row, "reason", String.class),
                row.get("key", String.class),
                order == null ? null : new OrderId(order),
                hold == null ? null : new HoldId(hold),
                row.get("expires_at", Instant.class),
                required(row, "at", Instant.class));
    }

    private static Pocket pocket(Readable row) {
        UUID hold = row.get("hold_id", UUID.class);
        return new Pocket(
                required(row, "lot_id", UUID.class),
                row.get("expires_at", Instant.class),
                hold == null ? null : new Pocket.Hold(new HoldId(hold), required(row, "held_until", Instant.class)),
                required(row, "points", Long.class));
    }
}
