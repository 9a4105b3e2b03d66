package io.asyncflow.user.session;

import io.asyncflow.support.identity.SessionCheck;
import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.session.Refreshing.Refreshed;
import io.asyncflow.user.session.Refreshing.Refused;
import io.asyncflow.user.session.SessionTable.Rotated;
import io.asyncflow.user.session.SessionTable.Successor;
import io.asyncflow.user.token.AccessGrant;
import io.asyncflow.user.token.AccessToken;
import io.asyncflow.user.token.AccessTokenIssuer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Opens sessions, keeps them up by refresh tokens (RFC 9700, section 4.14), and ends them. */
@Component
public class Sessions implements SessionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final SessionTable table;
    private final SessionMemory memory;
    private final AccessTokenIssuer issuer;
    private final SessionProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Sessions(
            SessionTable table,
            SessionMemory memory,
            AccessTokenIssuer issuer,
            SessionProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.table = table;
        this.memory = memory;
        this.issuer = issuer;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty when the account is closed, or has other credentials by now than have been shown. */
    public Mono<Tokens> open(Entry entry) {
        return open(new SessionId(Uuid7.next(clock)), entry);
    }

    /** For whoever has to know the session's name before it is there. */
    public Mono<Tokens> open(SessionId session, Entry entry) {
        var secret = Secret.random();
        Instant now = now();
        Instant end = now.plus(properties.lifetime());
        Successor first = successor(secret, now, end);
        return table.add(session, entry, end, first)
                .flatMap(roles -> accessToken(session, entry.granted(roles), entry.scopes()))
                .map(access -> new Tokens(access, new RefreshToken(secret.text(), first.expiresAt())));
    }

    /** The shop's own refresh: no OAuth client, all that the session may. */
    public Mono<Refreshing> refresh(String refreshToken) {
        return refresh(refreshToken, Optional.empty(), Set.of());
    }

    /**
     * Spends the token for a new pair. Who comes with a token that is spent already ends its session.
     *
     * @param clientId the client that shows the token: it must be the one that got it
     * @param scopes what the access token is to be narrowed to, all of it granted before; none to leave it
     */
    public Mono<Refreshing> refresh(String refreshToken, Optional<String> clientId, Set<String> scopes) {
        return Mono.defer(() -> {
            byte[] shown = new Secret(refreshToken).hash();
            var secret = Secret.random();
            Instant now = now();
            return table.rotate(shown, clientId, scopes, successor(secret, now, Instant.MAX))
                    .flatMap(rotated -> refreshed(rotated, secret, scopes))
                    .switchIfEmpty(Mono.defer(() -> refused(shown, now)));
        });
    }

    /** What the session of a good refresh token was opened for; empty when it is unknown, spent or another client's. */
    public Mono<Set<String>> scopesOf(String refreshToken, Optional<String> clientId) {
        return Mono.defer(() -> table.scopesOf(new Secret(refreshToken).hash(), clientId, now()));
    }

    /** Ends the session; nothing happens when it has ended. */
    public Mono<Void> close(SessionId session) {
        return Mono.defer(() -> table.close(session, now())).flatMap(closed -> closed(List.of(closed)));
    }

    /** Ends the session of a refresh token, spent or not; nothing happens when it is unknown or another client's. */
    public Mono<Void> close(String refreshToken, Optional<String> clientId) {
        return Mono.defer(() -> table.closeOf(new Secret(refreshToken).hash(), clientId, now()))
                .flatMap(closed -> closed(List.of(closed)));
    }

    /**
     * Ends all sessions of an account, and all that is on its way to becoming one. In a transaction that holds as soon as
     * it is committed.
     *
     * @return the version of the account's credentials from then on
     */
    public Mono<Integer> closeAll(UserId account) {
        // One after the other: the second has to see what the first has waited for.
        return table.renewCredentials(account)
                .flatMap(version -> Mono.defer(() -> table.closeAll(account, now()))
                        .flatMap(this::closed)
                        .thenReturn(version))
                .as(transactions::transactional);
    }

    /** Throws away what has expired. */
    public Mono<Long> dropExpired() {
        return Mono.defer(() -> table.dropExpired(now()));
    }

    /** The memory answers when it knows, otherwise the database. */
    @Override
    public Mono<Boolean> isOpen(SessionId session) {
        return memory.recall(session).switchIfEmpty(Mono.defer(() -> looksOpen(session)));
    }

    private Mono<Boolean> looksOpen(SessionId session) {
        return table.isOpen(session, now())
                .flatMap(open -> (open ? memory.open(session) : memory.closed(List.of(session))).thenReturn(open));
    }

    private Mono<Refreshing> refreshed(Rotated rotated, Secret secret, Set<String> scopes) {
        Grant grant = rotated.grant();
        return accessToken(rotated.session(), grant, scopes.isEmpty() ? grant.scopes() : scopes)
                .map(access -> new Tokens(access, new RefreshToken(secret.text(), rotated.expiresAt())))
                .map(tokens -> new Refreshed(grant, tokens));
    }

    private Mono<Refreshing> refused(byte[] shown, Instant now) {
        return table.closeReused(shown, now)
                .flatMap(session -> {
                    LOG.warn("A spent refresh token came back: {} has been ended", session);
                    return closed(List.of(session));
                })
                .thenReturn(new Refused());
    }

    private Mono<AccessToken> accessToken(SessionId session, Grant grant, Set<String> scopes) {
        return issuer.issue(new AccessGrant(
                grant.user(), grant.roles(), scopes, grant.clientId().orElse(null), session));
    }

    private Successor successor(Secret secret, Instant now, Instant latest) {
        Instant idle = now.plus(properties.idle());
        return new Successor(secret.hash(), now, idle.isBefore(latest) ? idle : latest);
    }

    /** Told to the others once it is true: after the commit when this is part of a transaction. */
    private Mono<Void> closed(List<SessionId> sessions) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return memory.closed(sessions);
                    }
                }))
                .then()
                .onErrorResume(NoTransactionException.class, _ -> memory.closed(sessions));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
