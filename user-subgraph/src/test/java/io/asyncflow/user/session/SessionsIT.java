package io.asyncflow.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.session.Refreshing.Refreshed;
import io.asyncflow.user.session.Refreshing.Refused;
import io.asyncflow.user.token.AccessTokenIssuer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Sessions as the code around them uses them. */
@RunningSubgraph
class SessionsIT {

    private static final Optional<String> CLIENT = Optional.of("storefront");

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionTable table;

    @Autowired
    private SessionMemory memory;

    @Autowired
    private AccessTokenIssuer issuer;

    @Autowired
    private SessionProperties properties;

    @Autowired
    private TransactionalOperator transactions;

    private UserId user;

    @BeforeEach
    void register() {
        var visitor = new Visitor(graph);
        user = UserId.parse(
                "id",
                visitor.with(visitor.registered())
                        .me()
                        .path("me.id")
                        .entity(String.class)
                        .get());
    }

    @Test
    void belongToTheClientThatGotThem() {
        Tokens tokens = opened(new Entry(user, 0, Set.of("orders:read"), CLIENT));
        String token = tokens.refresh().value();
        assertThat(after(sessions.refresh(token))).isInstanceOf(Refused.class);
        assertThat(after(sessions.refresh(token, Optional.of("other"), Set.of())))
                .isInstanceOf(Refused.class);
        assertThat(after(sessions.refresh(token, CLIENT, Set.of("orders:read", "orders:write"))))
                .isInstanceOf(Refused.class);
        assertThat(after(sessions.refresh(token, CLIENT, Set.of())))
                .isInstanceOfSatisfying(
                        Refreshed.class,
                        refreshed -> assertThat(refreshed.grant())
                                .isEqualTo(new Grant(user, List.of(Role.CUSTOMER), Set.of("orders:read"), CLIENT)));
    }

    @Test
    void areNotEndedByAnotherClient() {
        Tokens tokens = opened(new Entry(user, 0, Set.of(), CLIENT));
        StepVerifier.create(sessions.close(tokens.refresh().value(), Optional.of("other")))
                .verifyComplete();
        assertThat(isOpen(sessionOf(tokens))).isTrue();
        StepVerifier.create(sessions.close(tokens.refresh().value(), CLIENT)).verifyComplete();
        assertThat(isOpen(sessionOf(tokens))).isFalse();
    }

    @Test
    void canBeNarrowedForOneAccessToken() throws ParseException {
        var wide = new Entry(user, 0, Set.of("orders:read", "orders:write"), CLIENT);
        String token = opened(wide).refresh().value();
        var narrow = (Refreshed) after(sessions.refresh(token, CLIENT, Set.of("orders:read")));
        assertThat(claim(narrow.tokens(), "scope")).isEqualTo("orders:read");
        assertThat(claim(narrow.tokens(), "client_id")).isEqualTo("storefront");
        var again = (Refreshed) after(sessions.refresh(narrow.tokens().refresh().value(), CLIENT, Set.of()));
        assertThat(claim(again.tokens(), "scope")).isEqualTo("orders:read orders:write");
    }

    @Test
    void endWithTheTransactionThatEndsThem() {
        SessionId session = sessionOf(opened(Entry.ofOwner(user, 0)));
        assertThat(isOpen(session)).isTrue();
        StepVerifier.create(sessions.closeAll(user)
                        .then(Mono.error(new IllegalStateException("rolled back")))
                        .as(transactions::transactional))
                .verifyErrorMessage("rolled back");
        assertThat(isOpen(session)).isTrue();
        StepVerifier.create(sessions.closeAll(user).as(transactions::transactional))
                .expectNext(1)
                .verifyComplete();
        assertThat(isOpen(session)).isFalse();
    }

    /** Somebody has compared a password, and then all sessions are ended. */
    @Test
    void areNotOpenedWithCredentialsOfBefore() {
        StepVerifier.create(sessions.closeAll(user)).expectNext(1).verifyComplete();
        StepVerifier.create(sessions.open(Entry.ofOwner(user, 0))).verifyComplete();
        assertThat(isOpen(sessionOf(opened(Entry.ofOwner(user, 1))))).isTrue();
    }

    @Test
    void areNotOpenedWhileATransactionEndsAll() {
        var opened = new AtomicReference<CompletableFuture<@Nullable Tokens>>();
        StepVerifier.create(sessions.closeAll(user)
                        .doOnNext(_ ->
                                opened.set(sessions.open(Entry.ofOwner(user, 0)).toFuture()))
                        .delayElement(Duration.ofMillis(300))
                        .as(transactions::transactional))
                .expectNext(1)
                .verifyComplete();
        assertThat(opened.get()).succeedsWithin(Duration.ofSeconds(10)).isNull();
    }

    /** A reader has seen in the database that the session is open, and says so only when it has ended since. */
    @Test
    void areNotOpenedAgainByAReaderWhoComesTooLate() {
        SessionId session = sessionOf(opened(Entry.ofOwner(user, 0)));
        var gate = Sinks.<Void>one();
        var slow = new Sessions(
                table, new SlowToOpen(memory, gate.asMono()), issuer, properties, transactions, Clock.systemUTC());
        StepVerifier.create(slow.isOpen(session))
                .then(() -> StepVerifier.create(sessions.close(session)).verifyComplete())
                .then(gate::tryEmitEmpty)
                .expectNext(true)
                .verifyComplete();
        assertThat(isOpen(session)).isFalse();
    }

    @Test
    void areAskedForInTheDatabaseOnceInAWhile() {
        SessionId session = sessionOf(opened(Entry.ofOwner(user, 0)));
        StepVerifier.create(memory.recall(session)).verifyComplete();
        assertThat(isOpen(session)).isTrue();
        StepVerifier.create(memory.recall(session)).expectNext(true).verifyComplete();
        StepVerifier.create(sessions.close(session)).verifyComplete();
        StepVerifier.create(memory.recall(session)).expectNext(false).verifyComplete();
    }

    private record SlowToOpen(SessionMemory memory, Mono<Void> gate) implements SessionMemory {

        @Override
        public Mono<Boolean> recall(SessionId session) {
            return memory.recall(session);
        }

        @Override
        public Mono<Void> open(SessionId session) {
            return gate.then(memory.open(session));
        }

        @Override
        public Mono<Void> closed(Collection<SessionId> ended) {
            return memory.closed(ended);
        }
    }

    private Tokens opened(Entry entry) {
        return after(sessions.open(entry));
    }

    private boolean isOpen(SessionId session) {
        return after(sessions.isOpen(session));
    }

    private static SessionId sessionOf(Tokens tokens) {
        return SessionId.parse("sid", claim(tokens, "sid"));
    }

    private static String claim(Tokens tokens, String name) {
        try {
            return String.valueOf(
                    SignedJWT.parse(tokens.access().value()).getJWTClaimsSet().getClaim(name));
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static <T> T after(Mono<T> step) {
        return step.blockOptional().orElseThrow();
    }
}
