package io.asyncflow.user.account;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.user.mail.Language;
import io.asyncflow.user.session.Secret;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All accounts to be, in PostgreSQL. */
@Component
class PendingRegistrations {

    private final DatabaseClient database;
    private final Clock clock;

    PendingRegistrations(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> add(PendingRegistration pending) {
        var insert = database.sql("""
                        insert into registration (id, email, password_hash, display_name, language, expires_at)
                        values (:id, :email, :passwordHash, :displayName, :language, :expiresAt)""")
                .bind("id", pending.id())
                .bind("email", pending.email().text())
                .bind("passwordHash", pending.passwordHash())
                .bind("language", pending.language().name())
                .bind("expiresAt", pending.expiresAt());
        DisplayName name = pending.displayName();
        return (name == null ? insert.bindNull("displayName", String.class) : insert.bind("displayName", name.text()))
                .then();
    }

    /** A token that completes the registration; empty when it is complete or has expired. */
    Mono<Secret> issueToken(UUID id) {
        return Mono.defer(() -> {
            var secret = Secret.random();
            return database.sql("update registration set token_hash = :hash where id = :id and expires_at > :now")
                    .bind("hash", secret.hash())
                    .bind("id", id)
                    .bind("now", clock.instant())
                    .fetch()
                    .rowsUpdated()
                    .filter(rows -> rows == 1)
                    .map(_ -> secret);
        });
    }

    /** The registration of that token, if it is good; all for the same address are gone then. */
    Mono<PendingRegistration> take(String token) {
        return Mono.defer(() -> database.sql("""
                        with shown as (
                            delete from registration where token_hash = :hash and expires_at > :now
                            returning id, email, password_hash, display_name, language, expires_at
                        ), others as (
                            delete from registration where email in (select email from shown) and token_hash is distinct from :hash
                        )
                        select id, email, password_hash, display_name, language, expires_at from shown""")
                .bind("hash", new Secret(token).hash())
                .bind("now", clock.instant())
                .map(PendingRegistrations::pending)
                .one());
    }

    Mono<Long> dropExpired() {
        return Mono.defer(
                () -> database.sql("""
                        with tokens as (
                            delete from account_token where expires_at < :now
                        )
                        delete from registration where expires_at < :now""").bind("now", clock.instant()).fetch().rowsUpdated());
    }

    private static PendingRegistration pending(Readable row) {
        String name = row.get("display_name", String.class);
        return new PendingRegistration(
                required(row, "id", UUID.class),
                new EmailAddress(required(row, "email", String.class)),
                required(row, "password_hash", String.class),
                name == null ? null : new DisplayName(name),
                Language.valueOf(required(row, "language", String.class)),
                required(row, "expires_at", Instant.class));
    }
}
