package io.asyncflow.user.point;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts of points as they are read. What time has done counts at once, whether it is written down or not. */
@Component
public class PointAccounts {

    private record Placed(long position, PointEntry entry) {}

    private static final Keyset<Placed> NEWEST_FIRST = Keyset.<Placed>ordered("point-entries")
            .by("position", "bigint", Placed::position)
            .reversed(true);

    private final DatabaseClient database;
    private final Clock clock;

    PointAccounts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One for each, in one statement; who has never had points has none. */
    public Mono<Map<UserId, PointAccount>> of(Collection<UserId> users) {
        return database.sql("""
                        select account.user_id, account.balance,
                          cast(coalesce(sum(points) filter (where held_until > :now), 0) as bigint) as held,
                          cast(coalesce(sum(points) filter (
                            where (held_until is null or held_until <= :now)
                              and (expires_at is null or expires_at > :now)), 0) as bigint) as available
                        from point_account as account
                        left join point_pocket as pocket on pocket.user_id = account.user_id
                        where account.user_id = any(:users)
                        group by account.user_id""")
                .bind("now", clock.instant())
                .bind("users", users.stream().map(UserId::uuid).toArray(UUID[]::new))
                .map(row -> new PointAccount(
                        new UserId(required(row, "user_id", UUID.class)),
                        required(row, "balance", Long.class),
                        required(row, "available", Long.class),
                        required(row, "held", Long.class)))
                .all()
                .collectMap(PointAccount::user)
                .map(found -> completed(users, found));
    }

    public Mono<Connection<PointEntry>> entries(UserId user, PageRequest page) {
        var statement = database.sql("select position, " + PointTable.ENTRY
                        + " from point_entry where user_id = :user and " + NEWEST_FIRST.where(page)
                        + " order by " + NEWEST_FIRST.orderBy(page) + " limit :limit")
                .bind("user", user.uuid())
                .bind("limit", page.limit());
        return NEWEST_FIRST
                .bind(statement, page)
                .map(row -> new Placed(required(row, "position", Long.class), PointTable.read(row)))
                .all()
                .collectList()
                .map(rows -> NEWEST_FIRST.connection(page, rows, null).map(Placed::entry));
    }

    /** Accounts to which time has done something that is not written down. */
    Flux<UserId> due(int limit) {
        return database.sql("""
                        select user_id
                        from point_pocket
                        where coalesce(held_until, expires_at) <= :now
                        group by user_id
                        order by min(coalesce(held_until, expires_at))
                        limit :limit""")
                .bind("now", clock.instant())
                .bind("limit", limit)
                .map(row -> new UserId(required(row, "user_id", UUID.class)))
                .all();
    }

    private static Map<UserId, PointAccount> completed(Collection<UserId> users, Map<UserId, PointAccount> found) {
        Map<UserId, PointAccount> all = new HashMap<>(found);
        users.forEach(user -> all.computeIfAbsent(user, PointAccount::empty));
        return all;
    }
}
