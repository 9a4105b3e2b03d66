package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All accounts, in PostgreSQL. */
@Component
public class Accounts {

    private final DatabaseClient database;

    Accounts(DatabaseClient database) {
        this.database = database;
    }

    public Mono<User> byId(UserId id) {
        return byIds(List.of(id)).mapNotNull(found -> found.get(id));
    }

    public Mono<Map<UserId, User>> byIds(Collection<UserId> ids) {
        return database.sql("""
                        select id, email, display_name, roles, created_at
                        from account
                        where id = any(:ids)""")
                .bind("ids", ids.stream().map(UserId::uuid).toArray(UUID[]::new))
                .map(Accounts::user)
                .all()
                .collectMap(User::id, Function.identity());
    }

    Mono<Credentials> credentials(EmailAddress email) {
        return database.sql("""
                        select id, email, display_name, roles, created_at, password_hash
                        from account
                        where email = :email""")
                .bind("email", email.text())
                .map(row -> new Credentials(user(row), required(row, "password_hash", String.class)))
                .one();
    }

    /** Whether the account is there now; false when another one has its address. */
    Mono<Boolean> add(Credentials account) {
        User user = account.user();
        return database.sql("""
                        insert into account (id, email, display_name, password_hash, roles, created_at)
                        values (:id, :email, :displayName, :passwordHash, :roles, :createdAt)
                        on conflict (email) do nothing""")
                .bind("id", user.id().uuid())
                .bind("email", user.email().text())
                .bind("displayName", user.displayName().text())
                .bind("passwordHash", account.passwordHash())
                .bind("roles", user.roles().stream().map(Role::name).toArray(String[]::new))
                .bind("createdAt", user.createdAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> none() {
        return database.sql("select not exists (select 1 from account)")
                .mapValue(Boolean.class)
                .one();
    }

    private static User user(Readable row) {
        return new User(
                new UserId(required(row, "id", UUID.class)),
                new EmailAddress(required(row, "email", String.class)),
                new DisplayName(required(row, "display_name", String.class)),
                Arrays.stream(required(row, "roles", String[].class))
                        .map(Role::valueOf)
                        .toList(),
                required(row, "created_at", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
