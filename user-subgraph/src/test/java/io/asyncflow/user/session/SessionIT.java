package io.asyncflow.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.Visitor.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

@RunningSubgraph
class SessionIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MovableClock clock;

    private final String email = Visitor.anyEmail();
    private Visitor visitor;
    private SignedIn first;

    @BeforeEach
    void register() {
        visitor = new Visitor(graph);
        first = SignedIn.of(visitor.register(email, Visitor.PASSWORD), "customerCreate");
    }

    @Test
    void isKeptUpByOneTokenAfterTheOther() {
        var next = first;
        for (int i = 0; i < 5; i++) {
            var answer = visitor.refresh(next.refreshToken());
            answer.path("tokenRefresh.user.email").entity(String.class).isEqualTo(email);
            var refreshed = SignedIn.of(answer, "tokenRefresh");
            assertThat(refreshed.refreshToken()).isNotEqualTo(next.refreshToken());
            next = refreshed;
            assertThat(isSignedIn(next)).isTrue();
        }
    }

    @Test
    void endsWhenASpentTokenComesBack() {
        var thief = SignedIn.of(visitor.refresh(first.refreshToken()), "tokenRefresh");
        assertRefused(visitor.refresh(first.refreshToken()));
        assertRefused(visitor.refresh(thief.refreshToken()));
        assertThat(isSignedIn(thief)).isFalse();
        assertThat(isSignedIn(first)).isFalse();
    }

    @Test
    void letsOneOfManyWinThatShowTheSameTokenAndEndsThen() throws Exception {
        Callable<Response> refresh = () -> visitor.refresh(first.refreshToken());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(Stream.generate(() -> refresh).limit(32).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            var winners = answers.stream()
                    .filter(answer -> codes(answer).isEmpty())
                    .map(answer -> SignedIn.of(answer, "tokenRefresh"))
                    .toList();
            assertThat(winners).singleElement().satisfies(winner -> {
                assertRefused(visitor.refresh(winner.refreshToken()));
                assertThat(isSignedIn(winner)).isFalse();
            });
        }
    }

    @Test
    void doesNotOutliveItsIdleTime() {
        clock.putForward(Duration.ofDays(14).plusMinutes(1));
        assertRefused(visitor.refresh(first.refreshToken()));
    }

    @Test
    void doesNotOutliveItsLifetimeHoweverOftenItIsRefreshed() {
        var next = first;
        for (int days = 10; days < 30; days += 10) {
            clock.putForward(Duration.ofDays(days));
            next = SignedIn.of(visitor.refresh(next.refreshToken()), "tokenRefresh");
        }
        clock.putForward(Duration.ofDays(30).minusMinutes(10));
        var last = SignedIn.of(visitor.refresh(next.refreshToken()), "tokenRefresh");
        assertThat(isSignedIn(last)).isTrue();
        clock.putForward(Duration.ofDays(30).plusMinutes(1));
        assertRefused(visitor.refresh(last.refreshToken()));
    }

    @Test
    void endsAtOnceBySigningOut() {
        var second = SignedIn.of(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate");
        assertThat(isSignedIn(first)).isTrue();
        visitor.with(first.accessToken()).signOut();
        assertThat(isSignedIn(first)).isFalse();
        assertRefused(visitor.refresh(first.refreshToken()));
        assertThat(isSignedIn(second)).isTrue();
    }

    @Test
    void endsByARefreshTokenWhenTheAccessTokenHasExpired() {
        assertThat(isSignedIn(first)).isTrue();
        visitor.graph()
                .document("mutation($token: String!) { signOut(refreshToken: $token) { userErrors { code } } }")
                .variable("token", first.refreshToken())
                .execute()
                .path("signOut.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        assertThat(isSignedIn(first)).isFalse();
        assertRefused(visitor.refresh(first.refreshToken()));
    }

    @Test
    void endsWithAllOthersOfTheAccount() {
        var second = SignedIn.of(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate");
        var stranger = SignedIn.of(visitor.register(Visitor.anyEmail(), Visitor.PASSWORD), "customerCreate");
        assertThat(isSignedIn(second)).isTrue();
        visitor.with(first.accessToken())
                .graph()
                .document("mutation { signOutEverywhere { userErrors { code } } }")
                .executeAndVerify();
        assertThat(isSignedIn(first)).isFalse();
        assertThat(isSignedIn(second)).isFalse();
        assertRefused(visitor.refresh(second.refreshToken()));
        assertThat(isSignedIn(stranger)).isTrue();
    }

    @Test
    void needsSomebodyToSignOut() {
        for (String mutation : new String[] {"signOut", "signOutEverywhere"}) {
            visitor.graph()
                    .document("mutation { " + mutation + " { userErrors { code } } }")
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error ->
                                    assertThat(error.getExtensions()).containsEntry("code", "UNAUTHENTICATED")));
        }
    }

    @Test
    void isNotOpenedByAnythingThatIsNoToken() {
        for (String token : new String[] {"", "x", first.accessToken(), "\0", "x".repeat(100_000)}) {
            assertRefused(visitor.refresh(token));
        }
        assertThat(isSignedIn(first)).isTrue();
    }

    @Test
    void keepsOnlyHashesOfItsTokens() {
        StepVerifier.create(database.sql("select string_agg(row_to_json(refresh_token)::text, '') from refresh_token")
                        .mapValue(String.class)
                        .one())
                .assertNext(rows -> assertThat(rows).contains("\\\\x").doesNotContain(first.refreshToken()))
                .verifyComplete();
    }

    private boolean isSignedIn(SignedIn holder) {
        return http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(holder.accessToken()))
                .bodyValue("{\"query\": \"{ me { id } }\"}")
                .header("Content-Type", "application/json")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }

    private static List<String> codes(Response answer) {
        return answer.path("tokenRefresh.userErrors[*].code")
                .entityList(String.class)
                .get();
    }

    private static void assertRefused(Response answer) {
        answer.path("tokenRefresh.accessToken").valueIsNull();
        answer.path("tokenRefresh.refreshToken").valueIsNull();
        assertThat(codes(answer)).containsExactly("TOKEN_EXPIRED");
    }
}
