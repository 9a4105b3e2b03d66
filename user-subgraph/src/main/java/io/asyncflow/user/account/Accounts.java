package io.asyncflow.user.account;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.mail.Language;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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
                        select id, email, display_name, roles, created_at, language, email_verified_at
                        from account
                        where id = any(:ids)""")
                .bind("ids", ids.stream().map(UserId::uuid).toArray(UUID[]::new))
                .map(Accounts::user)
                .all()
                .collectMap(User::id, Function.identity());
    }

    /** Unless it has been given up. */
    public Mono<User> open(UserId id) {
        return database.sql("""
                        select id, email, display_name, roles, created_at, language, email_verified_at
                        from account
                        where id = :id and closed_at is null""").bind("id", id.uuid()).map(Accounts::user).one();
    }

    /** Of an account that is open. */
    Mono<Credentials> credentials(EmailAddress email) {
        return database.sql("""
                        select id, email, display_name, roles, created_at, language, email_verified_at, password_hash,
                            credentials
                        from account
                        where email = :email and closed_at is null""")
                .bind("email", email.text())
                .map(row -> new Credentials(
                        user(row),
                        required(row, "password_hash", String.class),
                        required(row, "credentials", Integer.class)))
                .one();
    }

    /** Whether there is an account, even if it has been given up. */
    Mono<Boolean> has(EmailAddress email) {
        return database.sql("select exists (select 1 from account where email = :email)")
                .bind("email", email.text())
                .mapValue(Boolean.class)
                .one();
    }

    /** Whether the account is there now; false when another one has its address. */
    Mono<Boolean> add(Credentials account) {
        User user = account.user();
        return database.sql("""
                        insert into account
                            (id, email, display_name, password_hash, roles, created_at, language, email_verified_at)
                        values (:id, :email, :displayName, :passwordHash, :roles, :createdAt, :language,
                            case when :verified then cast(:createdAt as timestamptz) end)
                        on conflict (email) do nothing""")
                .bind("id", user.id().uuid())
                .bind("email", user.email().text())
                .bind("displayName", user.displayName().text())
                .bind("passwordHash", account.passwordHash())
                .bind("roles", user.roles().stream().map(Role::name).toArray(String[]::new))
                .bind("createdAt", user.createdAt())
                .bind("language", user.language().name())
                .bind("verified", user.emailVerified())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whose password is another one now; empty when the account is closed. */
    Mono<UserId> setPassword(UserId id, String passwordHash) {
        return database.sql("update account set password_hash = :hash where id = :id and closed_at is null")
                .bind("id", id.uuid())
                .bind("hash", passwordHash)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(_ -> id);
    }

    /** For the caller's transaction alone; empty when the account is closed, or its credentials are others by now. */
    Mono<UserId> hold(UserId id, int credentials) {
        return database.sql("""
                        select id from account
                        where id = :id and closed_at is null and credentials = :credentials
                        for no key update""")
                .bind("id", id.uuid())
                .bind("credentials", credentials)
                .mapValue(UUID.class)
                .one()
                .map(UserId::new);
    }

    /** The account as it is then. */
    Mono<User> setProfile(UserId id, DisplayName name, Language language) {
        return database.sql("""
                        update account set display_name = :name, language = :language
                        where id = :id and closed_at is null
                        returning id, email, display_name, roles, created_at, language, email_verified_at""")
                .bind("id", id.uuid())
                .bind("name", name.text())
                .bind("language", language.name())
                .map(Accounts::user)
                .one();
    }

    /** The account as it is then. */
    Mono<User> setVerified(UserId id, Instant now) {
        return database.sql("""
                        update account set email_verified_at = coalesce(email_verified_at, :now)
                        where id = :id and closed_at is null
                        returning id, email, display_name, roles, created_at, language, email_verified_at""")
                .bind("id", id.uuid())
                .bind("now", now)
                .map(Accounts::user)
                .one();
    }

    Mono<Void> close(UserId id, Instant now) {
        return database.sql("update account set closed_at = :now where id = :id and closed_at is null")
                .bind("id", id.uuid())
                .bind("now", now)
                .then();
    }

    /** Those that were given up before that time, the oldest first. */
    Flux<UserId> dueForErasure(Instant closedBefore) {
        return database.sql("""
                        select id from account
                        where closed_at < :closedBefore and erased_at is null
                        order by closed_at""")
                .bind("closedBefore", closedBefore)
                .mapValue(UUID.class)
                .all()
                .map(UserId::new);
    }

    /** For the caller's transaction alone; empty when somebody else is erasing it, or has. */
    Mono<UserId> claimForErasure(UserId id) {
        return database.sql("""
                        select id from account
                        where id = :id and closed_at is not null and erased_at is null
                        for update skip locked""")
                .bind("id", id.uuid())
                .mapValue(UUID.class)
                .one()
                .map(UserId::new);
    }

    /** What others refer to stays, without a trace of whose it was; the address is free again. */
    Mono<Void> anonymise(UserId id, Instant now) {
        return database.sql("""
                        update account
                        set email = id || '@erased.invalid', display_name = :name, password_hash = '$argon2id$',
                            roles = '{CUSTOMER}', language = 'EN', email_verified_at = null, erased_at = :now
                        where id = :id""")
                .bind("id", id.uuid())
                .bind("name", DisplayName.neutral(id).text())
                .bind("now", now)
                .then();
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
                required(row, "created_at", Instant.class),
                Language.valueOf(required(row, "language", String.class)),
                row.get("email_verified_at", Instant.class) != null);
    }
}
