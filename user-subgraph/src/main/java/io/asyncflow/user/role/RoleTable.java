package io.asyncflow.user.role;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The roles of accounts, and what became of them, in PostgreSQL. */
@Component
class RoleTable {

    private static final Keyset<RoleChange> LATEST_FIRST = Keyset.<RoleChange>ordered("ROLE_CHANGES")
            .by("changed_at", "timestamptz", RoleChange::changedAt)
            .by("id", "uuid", change -> change.id().uuid())
            .reversed(true);

    private final DatabaseClient database;

    RoleTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Role>> rolesOf(UserId user) {
        return database.sql("select roles from account where id = :id and closed_at is null")
                .bind("id", user.uuid())
                .map(row -> roles(row, "roles"))
                .one();
    }

    /** The new roles and the record of it in one statement. */
    Mono<Void> apply(RoleChange change) {
        return database.sql("""
                        with changed as (
                            update account
                               set roles = :after
                             where id = :user
                            returning id)
                        insert into role_change (id, user_id, changed_by, roles_before, roles_after, reason, changed_at)
                        select :id, changed.id, :by, :before, :after, :reason, :at
                          from changed""")
                .bind("id", change.id().uuid())
                .bind("user", change.user().uuid())
                .bind("by", change.changedBy().uuid())
                .bind("before", names(change.rolesBefore()))
                .bind("after", names(change.rolesAfter()))
                .bind("reason", change.reason())
                .bind("at", change.changedAt())
                .then();
    }

    Mono<Connection<RoleChange>> changes(PageRequest page, @Nullable UserId user) {
        String sql = """
                select id, user_id, changed_by, roles_before, roles_after, reason, changed_at
                  from role_change
                 where (:everybody or user_id = :user)
                   and %s
                 order by %s
                 limit :limit""".formatted(LATEST_FIRST.where(page), LATEST_FIRST.orderBy(page));
        var statement = LATEST_FIRST
                .bind(database.sql(sql), page)
                .bind("everybody", user == null)
                .bind("limit", page.limit());
        return (user == null ? statement.bindNull("user", UUID.class) : statement.bind("user", user.uuid()))
                .map(RoleTable::change)
                .all()
                .collectList()
                .map(rows -> LATEST_FIRST.connection(page, rows, null));
    }

    private static RoleChange change(Readable row) {
        return new RoleChange(
                new RoleChangeId(required(row, "id", UUID.class)),
                new UserId(required(row, "user_id", UUID.class)),
                new UserId(required(row, "changed_by", UUID.class)),
                roles(row, "roles_before"),
                roles(row, "roles_after"),
                required(row, "reason", String.class),
                required(row, "changed_at", Instant.class));
    }

    private static List<Role> roles(Readable row, String column) {
        return Arrays.stream(required(row, column, String[].class))
                .map(Role::valueOf)
                .toList();
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
