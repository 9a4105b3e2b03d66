package io.asyncflow.user.account;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.session.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What mails let their readers do once, in PostgreSQL. An account has at most one token for each purpose. */
@Component
class AccountTokens {

    /** What a token is for, and how long it is good. */
    enum Purpose {
        EMAIL_VERIFICATION(Duration.ofHours(24)),
        PASSWORD_RESET(Duration.ofMinutes(30));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        Duration lifetime() {
            return lifetime;
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    AccountTokens(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new token; the one before is good for nothing then. */
    Mono<Secret> issue(UserId account, Purpose purpose) {
        return Mono.defer(() -> {
            var secret = Secret.random();
            return database.sql("""
                            insert into account_token (account_id, purpose, token_hash, expires_at)
                            values (:account, :purpose, :hash, :expiresAt)
                            on conflict (account_id, purpose) do update
                            set token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
                    .bind("account", account.uuid())
                    .bind("purpose", purpose.name())
                    .bind("hash", secret.hash())
                    .bind("expiresAt", clock.instant().plus(purpose.lifetime()))
                    .then()
                    .thenReturn(secret);
        });
    }

    /** Whose it is, if it is good; it stays so. */
    Mono<UserId> owner(String token, Purpose purpose) {
        return Mono.defer(() -> database.sql("""
                        select account_id from account_token
                        where token_hash = :hash and purpose = :purpose and expires_at > :now""")
                .bind("hash", new Secret(token).hash())
                .bind("purpose", purpose.name())
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one()
                .map(UserId::new));
    }

    /** The one of that purpose is good for nothing from now on. */
    Mono<Void> revoke(UserId account, Purpose purpose) {
        return database.sql("delete from account_token where account_id = :account and purpose = :purpose")
                .bind("account", account.uuid())
                .bind("purpose", purpose.name())
                .then();
    }

    Mono<Void> revokeAll(UserId account) {
        return database.sql("delete from account_token where account_id = :account")
                .bind("account", account.uuid())
                .then();
    }

    /** Whose it was, if it was good: now it is spent. */
    Mono<UserId> spend(String token, Purpose purpose) {
        return Mono.defer(() -> database.sql("""
                        delete from account_token
                        where token_hash = :hash and purpose = :purpose and expires_at > :now
                        returning account_id""")
                .bind("hash", new Secret(token).hash())
                .bind("purpose", purpose.name())
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one()
                .map(UserId::new));
    }
}
