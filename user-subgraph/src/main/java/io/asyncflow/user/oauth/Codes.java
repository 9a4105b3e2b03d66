package io.asyncflow.user.oauth;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.session.Secret;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
            UserId user,
            int credentials,
            Set<String> scopes,
            @Nullable String nonce,
            Instant signedInAt,
            SessionId session) {}

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    /** A code that comes back after that opens nothing and closes nothing: its session has had time to end by itself. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    private final DatabaseClient database;
    private final Clock clock;

    Codes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A code for somebody who has signed in.
     *
     * @param credentials the version that they have signed in with; empty when the account has others by now
     */
    public Mono<Secret> issue(AuthorizationRequest request, UserId user, int credentials, Instant signedInAt) {
        var code = Secret.random();
        Instant now = clock.instant();
        var insert = database.sql("""
                        with forgotten as (
                            delete from oauth_code where expires_at < :longAgo
                        ), owner as (
                            select id, credentials
                              from account
                             where id = :user and closed_at is null and credentials = :credentials
                               for share
                        )
                        insert into oauth_code (code_hash, client_id, user_id, credentials, redirect_uri, scopes, nonce,
                                                code_challenge, signed_in_at, expires_at)
                        select :hash, :client, id, credentials, :redirectUri, :scopes, :nonce,
                               :challenge, :signedInAt, :expiresAt
                          from owner""")
                .bind("longAgo", now.minus(REMEMBERED))
                .bind("hash", code.hash())
                .bind("client", request.client().id())
                .bind("user", user.uuid())
                .bind("credentials", credentials)
                .bind("redirectUri", request.redirectUri().toString())
                .bind("scopes", request.scopes().stream().sorted().toArray(String[]::new))
                .bind("challenge", request.codeChallenge())
                .bind("signedInAt", signedInAt)
                .bind("expiresAt", now.plus(LIFETIME));
        return (request.nonce() == null
                        ? insert.bindNull("nonce", String.class)
                        : insert.bind("nonce", request.nonce()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(_ -> code);
    }

    /**
     * What the code was given for; empty when it was not given to this client for this address and this challenge, or
     * has been used, or the account has other credentials by now. Of two that come at once the second waits for the first one's transaction.
     */
    Mono<Redeemed> redeem(Secret code, Client client, URI redirectUri, String challenge) {
        return database.sql("""
                        update oauth_code
                           set used_at = :now,
                               session_id = :session
                          from account
                         where code_hash = :hash
                           and client_id = :client
                           and redirect_uri = :redirectUri
                           and code_challenge = :challenge
                           and used_at is null
                           and expires_at > :now
                           and account.id = user_id
                           and closed_at is null
                           and account.credentials = oauth_code.credentials
                        returning user_id, account.credentials, scopes, nonce, signed_in_at, session_id""")
                .bind("now", clock.instant())
                .bind("session", Uuid7.next(clock))
                .bind("hash", code.hash())
                .bind("client", client.id())
                .bind("redirectUri", redirectUri.toString())
                .bind("challenge", challenge)
                .map(Codes::redeemed)
                .one();
    }

    /** The session that came of a code when it was used first, for whoever has asked for the code. */
    Mono<SessionId> sessionOf(Secret code, Client client, String challenge) {
        return database.sql("""
                        select session_id
                          from oauth_code
                         where code_hash = :hash
                           and client_id = :client
                           and code_challenge = :challenge
                           and used_at is not null""")
                .bind("hash", code.hash())
                .bind("client", client.id())
                .bind("challenge", challenge)
                .mapValue(UUID.class)
                .one()
                .map(SessionId::new);
    }

    private static Redeemed redeemed(Readable row) {
        return new Redeemed(
                new UserId(required(row, "user_id", UUID.class)),
                required(row, "credentials", Integer.class),
                Set.of(required(row, "scopes", String[].class)),
                row.get("nonce", String.class),
                required(row, "signed_in_at", Instant.class),
                new SessionId(required(row, "session_id", UUID.class)));
    }
}
