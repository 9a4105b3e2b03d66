package io.asyncflow.user.role;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.account.Accounts;
import io.asyncflow.user.account.User;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts, to look somebody up. */
@Component
public class Directory {

    private record Entry(UserId id, Instant createdAt) {}

    private static final Keyset<Entry> OLDEST_FIRST = Keyset.<Entry>ordered("USERS")
            .by("created_at", "timestamptz", Entry::createdAt)
            .by("id", "uuid", entry -> entry.id().uuid());

    private static final int LONGEST_QUERY = 100;

    private final DatabaseClient database;
    private final Accounts accounts;

    Directory(DatabaseClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    public Mono<User> user(UserId id) {
        return accounts.byId(id);
    }

    /** @param query what the e-mail address begins with, or the display name contains; null for everybody */
    public Mono<Connection<User>> users(PageRequest page, @Nullable String query) {
        return entries(page, query == null ? "" : Texts.optional("query", query, LONGEST_QUERY))
                .collectList()
                .map(rows -> OLDEST_FIRST.connection(page, rows, null))
                .flatMap(this::resolved);
    }

    private Flux<Entry> entries(PageRequest page, String text) {
        String sql = """
                select id, created_at
                  from account
                 where (starts_with(email, lower(:text)) or strpos(lower(display_name), lower(:text)) > 0)
                   and closed_at is null
                   and %s
                 order by %s
                 limit :limit""".formatted(OLDEST_FIRST.where(page), OLDEST_FIRST.orderBy(page));
        return OLDEST_FIRST
                .bind(database.sql(sql), page)
                .bind("text", text)
                .bind("limit", page.limit())
                .map(Directory::entry)
                .all();
    }

    private Mono<Connection<User>> resolved(Connection<Entry> page) {
        return accounts.byIds(page.nodes().stream().map(Entry::id).toList())
                .map(users -> page.map(entry -> Objects.requireNonNull(users.get(entry.id()))));
    }

    private static Entry entry(Readable row) {
        return new Entry(new UserId(required(row, "id", UUID.class)), required(row, "created_at", Instant.class));
    }
}
