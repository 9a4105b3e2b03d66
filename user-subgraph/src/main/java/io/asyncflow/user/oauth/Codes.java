package io.asyncflow.user.oauth;

import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.session.Secret;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Authorization codes: good for one use, within a minute, by the client that has asked for them. */
@Component
public class Codes {

    /** What a code was given for, and the session that comes of it. */
    record Redeemed(
            UserId user, Set<String> scopes, @Nullable String nonce, Instant signedInAt, SessionId session) {}

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    /** A code that comes back after that opens nothing and closes nothing: its session has had time to end by itself. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    private final DatabaseClient database;
    private final Clock clock;

    Codes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Mono<Secret> issue(AuthorizationRequest request, UserId user, Instant signedInAt) {
        var code = Secret.random();
        Instant now = clock.instant();
        var insert = database.sql("""
                        with forgotten as (delete from oauth_code where expires_at < :longAgo)
                        insert into oauth_code (code_hash, client_id, user_id, redirect_uri, scopes, nonce,
                                                code_challenge, signed_in_at, expires_at)
                        values (:hash, :client, :user, :redirectUri, :scopes, :nonce,
                                :challenge, :signedInAt, :expiresAt)""")
                .bind("longAgo", now.minus(REMEMBERED))
                .bind("hash", code.hash())
                .bind("client", request.client().id())
                .bind("user", user.uuid())
                .bind("redirectUri", request.redirectUri().toString())
                .bind("scopes", request.scopes().stream().sorted().toArray(String[]::new))
                .bind("challenge", request.codeChallenge())
                .bind("signedInAt", signedInAt)
                .bind("expiresAt", now.plus(LIFETIME));
        return (request.nonce() == null
                        ? insert.bindNull("nonce", String.class)
                        : insert.bind("nonce", request.nonce()))
                .then()
                .thenReturn(code);
    }

    /**
     * What the code was given for; empty when it was not given to this client for this address and this challenge, or
     * has been used. Of two that come at once the second waits for the first one's transaction.
     */
    Mono<Redeemed> redeem(Secret code, Client client, URI redirectUri, String challenge) {
        return database.sql("""
                        update oauth_code
                           set used_at = :now,
                               session_id = :session
                         where code_hash = :hash
                           and client_id = :client
                           and redirect_uri = :redirectUri
                           and code_challenge = :challenge
                           and used_at is null
                           and expires_at > :now
                           and exists (select 1 from account where id = user_id and closed_at is null)
                        returning user_id, scopes, nonce, signed_in_at, session_id""")
                .bind("now", clock.instant())
                .bind("session", Uuid7.next(clock))
                .bind("hash", code.hash())
                .bind("client", client.id())
                .bind("redirectUri", redirectUri.toString())
                .bind("challenge", challenge)
                .map(Codes::redeemed)
                .one();
    }

    /** The session that came of a code when it was used first. */
    Mono<SessionId> sessionOf(Secret code, Client client) {
        return database.sql("""
                        select session_id
                          from oauth_code
                         where code_hash = :hash and client_id = :client and used_at is not null""")
                .bind("hash", code.hash())
                .bind("client", client.id())
                .mapValue(UUID.class)
                .one()
                .map(SessionId::new);
    }

    private static Redeemed redeemed(Readable row) {
        return new Redeemed(
                new UserId(required(row, "user_id", UUID.class)),
                Set.of(required(row, "scopes", String[].class)),
                row.get("nonce", String.class),
                required(row, "signed_in_at", Instant.class),
                new SessionId(required(row, "session_id", UUID.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
