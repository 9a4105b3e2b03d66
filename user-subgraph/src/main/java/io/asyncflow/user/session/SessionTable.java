package io.asyncflow.user.session;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.identity.UserId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions and their refresh tokens, in PostgreSQL: the truth about them. */
@Component
class SessionTable {

    /** A refresh token to be: its hash, and until when it is good. */
    record Successor(byte[] hash, Instant issuedAt, Instant expiresAt) {}

    /** A session as its account's owner gets to see it; no client is the shop itself. */
    record Listed(String clientId, Instant openedAt, boolean open) {}

    /** A session whose refresh token has just been spent, and until when the next one is good. */
    record Rotated(SessionId session, Grant grant, Instant expiresAt) {}

    private final DatabaseClient database;

    SessionTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The roles that the account has; empty when it is closed or has other credentials by now. A change of them waits for
     * this, or this for the change: a session is open before the change ends all, or not at all.
     */
    Mono<List<Role>> add(SessionId session, Entry entry, Instant expiresAt, Successor first) {
        var insert = database.sql("""
                        with owner as (
                            select id, roles
                            from account
                            where id = :account and closed_at is null and credentials = :credentials
                            for share
                        ), opened as (
                            insert into session (id, account_id, client_id, scopes, opened_at, expires_at)
                            select :id, id, :client, :scopes, :now, :expiresAt from owner
                            returning id
                        ), tokens as (
                            insert into refresh_token (hash, session_id, issued_at, expires_at)
                            select :hash, id, :now, :idle from opened
                        )
                        select roles from owner""")
                .bind("id", session.uuid())
                .bind("account", entry.user().uuid())
                .bind("credentials", entry.credentials())
                .bind("scopes", entry.scopes().stream().sorted().toArray(String[]::new))
                .bind("expiresAt", expiresAt)
                .bind("hash", first.hash())
                .bind("now", first.issuedAt())
                .bind("idle", first.expiresAt());
        return entry.clientId()
                .map(client -> insert.bind("client", client))
                .orElseGet(() -> insert.bindNull("client", String.class))
                .map(SessionTable::roles)
                .one();
    }

    /**
     * Spends a token and puts its successor into its place. Of two that come with the same token the second waits for
     * the first, and finds it spent.
     */
    Mono<Rotated> rotate(byte[] hash, Optional<String> client, Set<String> scopes, Successor next) {
        return database.sql("""
                        with spent as (
                            update refresh_token
                            set spent_at = :now
                            from session, account
                            where hash = :hash and spent_at is null and refresh_token.expires_at > :now
                              and session.id = session_id and session.closed_at is null and session.expires_at > :now
                              and coalesce(client_id, '') = :client and scopes @> :scopes
                              and account.id = account_id and account.closed_at is null
                            returning session_id, account_id, client_id, scopes, roles,
                                least(:idle, session.expires_at) as next_expires_at
                        ), succeeded as (
                            insert into refresh_token (hash, session_id, issued_at, expires_at)
                            select :next, session_id, :now, next_expires_at from spent
                        )
                        select session_id, account_id, client_id, scopes, roles, next_expires_at from spent""")
                .bind("hash", hash)
                .bind("client", client.orElse(""))
                .bind("scopes", scopes.toArray(String[]::new))
                .bind("next", next.hash())
                .bind("now", next.issuedAt())
                .bind("idle", next.expiresAt())
                .map(SessionTable::rotated)
                .one();
    }

    Mono<Set<String>> scopesOf(byte[] hash, Optional<String> client, Instant now) {
        return database.sql("""
                        select scopes
                        from refresh_token join session on session.id = session_id
                        where hash = :hash and spent_at is null and refresh_token.expires_at > :now
                          and closed_at is null and coalesce(client_id, '') = :client""")
                .bind("hash", hash)
                .bind("client", client.orElse(""))
                .bind("now", now)
                .map(row -> Set.of(required(row, "scopes", String[].class)))
                .one();
    }

    /** Ends the session of a token that has been spent before: one of those who have it is a thief. */
    Mono<SessionId> closeReused(byte[] hash, Instant now) {
        return database.sql("""
                        update session
                        set closed_at = :now, closed_for = 'REUSE'
                        from refresh_token
                        where hash = :hash and spent_at is not null and id = session_id and closed_at is null
                        returning id""")
                .bind("hash", hash)
                .bind("now", now)
                .map(SessionTable::id)
                .one();
    }

    Mono<SessionId> close(SessionId session, Instant now) {
        return database.sql("""
                        update session
                        set closed_at = :now, closed_for = 'SIGN_OUT'
                        where id = :id and closed_at is null
                        returning id""")
                .bind("id", session.uuid())
                .bind("now", now)
                .map(SessionTable::id)
                .one();
    }

    Mono<SessionId> closeOf(byte[] hash, Optional<String> client, Instant now) {
        return database.sql("""
                        update session
                        set closed_at = :now, closed_for = 'SIGN_OUT'
                        from refresh_token
                        where hash = :hash and id = session_id and closed_at is null
                          and coalesce(client_id, '') = :client
                        returning id""")
                .bind("hash", hash)
                .bind("client", client.orElse(""))
                .bind("now", now)
                .map(SessionTable::id)
                .one();
    }

    /** The version of the account's credentials from now on; one of before opens no session any more. */
    Mono<Integer> renewCredentials(UserId account) {
        return database.sql("update account set credentials = credentials + 1 where id = :id returning credentials")
                .bind("id", account.uuid())
                .mapValue(Integer.class)
                .one();
    }

    Mono<List<SessionId>> closeAll(UserId account, Instant now) {
        return database.sql("""
                        update session
                        set closed_at = :now, closed_for = 'SIGN_OUT'
                        where account_id = :account and closed_at is null and expires_at > :now
                        returning id""")
                .bind("account", account.uuid())
                .bind("now", now)
                .map(SessionTable::id)
                .all()
                .collectList();
    }

    Mono<Boolean> isOpen(SessionId session, Instant now) {
        return database.sql("""
                        select exists (
                            select 1 from session where id = :id and closed_at is null and expires_at > :now)""")
                .bind("id", session.uuid())
                .bind("now", now)
                .mapValue(Boolean.class)
                .one();
    }

    Flux<Listed> of(UserId account) {
        return database.sql("""
                        select coalesce(client_id, '') as client, opened_at, closed_at is null as open
                        from session where account_id = :account order by opened_at""")
                .bind("account", account.uuid())
                .map(row -> new Listed(
                        required(row, "client", String.class),
                        required(row, "opened_at", Instant.class),
                        required(row, "open", Boolean.class)))
                .all();
    }

    Mono<Void> erase(UserId account) {
        return database.sql("delete from session where account_id = :account")
                .bind("account", account.uuid())
                .then();
    }

    /** Sessions that have ended by themselves, and tokens that would be refused without being known. */
    Mono<Long> dropExpired(Instant now) {
        return database.sql("""
                        with tokens as (
                            delete from refresh_token where expires_at < :now
                        )
                        delete from session where expires_at < :now""").bind("now", now).fetch().rowsUpdated();
    }

    private static Rotated rotated(Readable row) {
        return new Rotated(
                new SessionId(required(row, "session_id", UUID.class)),
                new Grant(
                        new UserId(required(row, "account_id", UUID.class)),
                        roles(row),
                        Set.of(required(row, "scopes", String[].class)),
                        Optional.ofNullable(optional(row, "client_id"))),
                required(row, "next_expires_at", Instant.class));
    }

    private static List<Role> roles(Readable row) {
        return Arrays.stream(required(row, "roles", String[].class))
                .map(Role::valueOf)
                .toList();
    }

    private static SessionId id(Readable row) {
        return new SessionId(required(row, "id", UUID.class));
    }

    private static @Nullable String optional(Readable row, String column) {
        return row.get(column, String.class);
    }
}
