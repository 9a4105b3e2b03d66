package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.Mails;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.Visitor.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

@RunningSubgraph
class OwnAccountIT {

    private static final String NEW = "tulips on a rocket";

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Housekeeping housekeeping;

    @Autowired
    private MovableClock clock;

    private final String email = Visitor.anyEmail();
    private Visitor visitor;
    private SignedIn signedIn;
    private Visitor owner;

    @BeforeEach
    void register() {
        visitor = new Visitor(graph);
        signedIn = SignedIn.of(visitor.register(email, Visitor.PASSWORD), "customerCreate");
        owner = visitor.with(signedIn.accessToken());
    }

    @Test
    void verifiesAnAddressThatIsInUseAlready() {
        var mails = new Mails(http, email);
        String first = mails.awaitNumber(1).token();
        execute(owner, "emailVerificationResend");
        String second = mails.awaitNumber(2).token();
        assertThat(codes(visitor.verify(first), "emailVerify")).containsExactly("TOKEN_EXPIRED");
        assertThat(verified()).isEqualTo(false);
        assertThat(codes(visitor.verify(second), "emailVerify")).isEmpty();
        assertThat(verified()).isEqualTo(true);
    }

    @Test
    void isSentFiveVerificationMailsAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(codes(resend(), "emailVerificationResend")).isEmpty();
        }
        assertThat(codes(resend(), "emailVerificationResend")).containsExactly("RATE_LIMITED");
    }

    @Test
    void changesItsPasswordAndKeepsOnlyItselfSignedIn() {
        var other = SignedIn.of(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate");
        assertThat(codes(change("a wrong password", NEW), "passwordChange")).containsExactly("BAD_CREDENTIALS");
        assertThat(codes(change(Visitor.PASSWORD, "qwertyuiop"), "passwordChange"))
                .containsExactly("INVALID");
        var changed = SignedIn.of(change(Visitor.PASSWORD, NEW), "passwordChange");
        visitor.with(changed.accessToken())
                .me()
                .path("me.email")
                .entity(String.class)
                .isEqualTo(email);
        assertThat(codes(visitor.refresh(other.refreshToken()), "tokenRefresh")).containsExactly("TOKEN_EXPIRED");
        assertThat(codes(visitor.refresh(signedIn.refreshToken()), "tokenRefresh"))
                .containsExactly("TOKEN_EXPIRED");
        assertThat(codes(visitor.signIn(email, NEW), "customerAccessTokenCreate"))
                .isEmpty();
    }

    @Test
    void changesWhatItIsCalled() {
        update("{displayName: \"김민지\"}")
                .path("profileUpdate.user.displayName")
                .entity(String.class)
                .isEqualTo("김민지");
        var answer = update("{language: KO}");
        answer.path("profileUpdate.user.displayName").entity(String.class).isEqualTo("김민지");
        answer.path("profileUpdate.user.language").entity(String.class).isEqualTo("KO");
        assertThat(codes(update("{displayName: \" \"}"), "profileUpdate")).containsExactly("INVALID");
    }

    @Test
    void isGivenUpWithItsPasswordOnly() {
        assertThat(codes(delete("a wrong password"), "accountDelete")).containsExactly("BAD_CREDENTIALS");
        owner.me().path("me.id").hasValue();
        assertThat(codes(delete(Visitor.PASSWORD), "accountDelete")).isEmpty();
        assertThat(codes(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate"))
                .containsExactly("BAD_CREDENTIALS");
        assertThat(codes(visitor.refresh(signedIn.refreshToken()), "tokenRefresh"))
                .containsExactly("TOKEN_EXPIRED");
        http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(signedIn.accessToken()))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void leavesNothingBehindAMonthAfterItWasGivenUp() {
        update("{displayName: \"Somebody Special\"}");
        String id = owner.me().path("me.id").entity(String.class).get();
        delete(Visitor.PASSWORD);
        clock.putForward(Duration.ofDays(29));
        tidyUp();
        assertThat(everything()).contains(email);
        clock.putForward(Duration.ofDays(31));
        tidyUp();
        assertThat(everything()).doesNotContain(email).doesNotContain("Somebody Special");
        visitor.graph()
                .document("query($of: [_Any!]!) { _entities(representations: $of) { ... on User { displayName } } }")
                .variable("of", List.of(Map.of("__typename", "User", "id", id)))
                .execute()
                .path("_entities[0].displayName")
                .entity(String.class)
                .matches(name -> name.startsWith("Shopper "));
        assertThat(codes(visitor.register(email, Visitor.PASSWORD), "customerCreate"))
                .isEmpty();
    }

    /** Somebody has the address that the account is to be given. */
    @Test
    void isErasedThoughAnotherCannotBe() {
        String stuck = Visitor.anyEmail();
        var first = visitor.with(SignedIn.of(visitor.register(stuck, Visitor.PASSWORD), "customerCreate")
                .accessToken());
        String id = first.me().path("me.id").entity(String.class).get();
        String taken = UserId.parse("id", id).uuid() + "@erased.invalid";
        assertThat(codes(visitor.register(taken, Visitor.PASSWORD), "customerCreate"))
                .isEmpty();
        assertThat(codes(delete(first, Visitor.PASSWORD), "accountDelete")).isEmpty();
        assertThat(codes(delete(Visitor.PASSWORD), "accountDelete")).isEmpty();
        clock.putForward(Duration.ofDays(31));
        tidyUp();
        assertThat(everything()).contains(stuck).doesNotContain(email);
        StepVerifier.create(database.sql("delete from account where email = :taken")
                        .bind("taken", taken)
                        .then())
                .verifyComplete();
        tidyUp();
        assertThat(everything()).doesNotContain(stuck);
    }

    @Test
    void handsOutWhatIsKnown() {
        owner.graph()
                .document("{ me { dataExport } }")
                .execute()
                .path("me.dataExport")
                .entity(Map.class)
                .satisfies(export -> {
                    assertThat(export.keySet())
                            .hasToString(
                                    "[account, addresses, behaviour, consents, permissions, points, restock, sessions, wishlist]");
                    assertThat(export.toString()).contains(email).doesNotContain("argon2");
                });
    }

    @Test
    void showsItsOwnAffairsToNobodyElse() {
        String id = owner.me().path("me.id").entity(String.class).get();
        for (Visitor stranger : List.of(visitor, visitor.with(visitor.registered()))) {
            var seen = stranger.graph()
                    .document("query($of: [_Any!]!) { _entities(representations: $of)"
                            + " { ... on User { email emailVerified language dataExport } } }")
                    .variable("of", List.of(Map.of("__typename", "User", "id", id)))
                    .execute();
            for (String field : List.of("email", "emailVerified", "language", "dataExport")) {
                seen.path("_entities[0]." + field).valueIsNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emailVerificationResend { userErrors { code } }",
                "passwordChange(currentPassword: \"x\", newPassword: \"y\") { userErrors { code } }",
                "profileUpdate(input: {}) { userErrors { code } }",
                "accountDelete(password: \"x\") { userErrors { code } }"
            })
    void needsSomebodySignedIn(String mutation) {
        graph.document("mutation { " + mutation + " }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(
                                error -> assertThat(error.getExtensions()).containsEntry("code", "UNAUTHENTICATED")));
    }

    private void tidyUp() {
        StepVerifier.create(housekeeping.round()).verifyComplete();
    }

    /** Every row of every table that might know the owner. */
    private String everything() {
        var all = new StringBuilder();
        for (String table : List.of("account", "session", "registration", "letter", "account_token")) {
            all.append(database.sql("select coalesce(string_agg(row_to_json(t)::text, ''), '') from " + table + " t")
                    .mapValue(String.class)
                    .one()
                    .blockOptional()
                    .orElseThrow());
        }
        return all.toString();
    }

    private Object verified() {
        return owner.graph()
                .document("{ me { emailVerified } }")
                .execute()
                .path("me.emailVerified")
                .entity(Boolean.class)
                .get();
    }

    private static void execute(Visitor visitor, String mutation) {
        visitor.graph()
                .document("mutation { " + mutation + " { userErrors { code } } }")
                .executeAndVerify();
    }

    private Response update(String input) {
        return owner.graph()
                .document("mutation { profileUpdate(input: " + input
                        + ") { user { displayName language } userErrors { code } } }")
                .execute();
    }

    private Response resend() {
        return owner.graph()
                .document("mutation { emailVerificationResend { userErrors { code } } }")
                .execute();
    }

    private Response delete(String password) {
        return delete(owner, password);
    }

    private static Response delete(Visitor by, String password) {
        return by.graph()
                .document("mutation($password: String!) { accountDelete(password: $password) { userErrors { code } } }")
                .variable("password", password)
                .execute();
    }

    private Response change(String current, String wanted) {
        return owner.graph()
                .document("""
                        mutation($current: String!, $wanted: String!) {
                          passwordChange(currentPassword: $current, newPassword: $wanted) {
                            accessToken refreshToken userErrors { code }
                          }
                        }""")
                .variable("current", current)
                .variable("wanted", wanted)
                .execute();
    }

    private static List<String> codes(Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}
