package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.Mails;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.Visitor.SignedIn;
import io.asyncflow.user.password.ObservedHashing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
class PasswordResetIT {

    private static final String NEW = "tulips on a rocket";

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ObservedHashing hashing;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private MovableClock clock;

    private final String email = Visitor.anyEmail();
    private Visitor visitor;
    private Mails mails;
    private SignedIn owner;

    @BeforeEach
    void register() {
        hashing.reset();
        visitor = new Visitor(graph);
        mails = new Mails(http, email);
        owner = SignedIn.of(visitor.register(email, Visitor.PASSWORD), "customerCreate");
        mails.awaitNumber(1);
    }

    @Test
    void letsTheOwnerInAndEverybodyElseOut() {
        String token = token(2);
        assertThat(codes(reset(token, NEW))).isEmpty();
        assertThat(codes(visitor.signIn(email, NEW), "customerAccessTokenCreate"))
                .isEmpty();
        assertThat(codes(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate"))
                .containsExactly("BAD_CREDENTIALS");
        assertThat(codes(visitor.refresh(owner.refreshToken()), "tokenRefresh")).containsExactly("TOKEN_EXPIRED");
        http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(owner.accessToken()))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(mails.awaitNumber(3).subject()).isEqualTo("Your password has been changed");
    }

    @Test
    void acceptsALinkOnceAndForHalfAnHour() {
        String token = token(2);
        clock.putForward(Duration.ofMinutes(31));
        assertThat(codes(reset(token, NEW))).containsExactly("TOKEN_EXPIRED");
        clock.putForward(Duration.ofMinutes(29));
        assertThat(codes(reset(token, NEW))).isEmpty();
        assertThat(codes(reset(token, "another password"))).containsExactly("TOKEN_EXPIRED");
    }

    @Test
    void acceptsALinkOnceEvenAtTheSameMoment() throws Exception {
        hashing.makeCheap();
        String token = token(2);
        Callable<List<String>> reset = () -> codes(reset(token, NEW));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> reset).limit(16).toList()).stream()
                            .map(Future::resultNow))
                    .filteredOn(List::isEmpty)
                    .hasSize(1);
        }
    }

    @Test
    void acceptsTheLatestLinkOnly() {
        String first = token(2);
        String second = token(3);
        assertThat(codes(reset(first, NEW))).containsExactly("TOKEN_EXPIRED");
        assertThat(codes(reset(second, NEW))).isEmpty();
    }

    @Test
    void acceptsNoLinkOfBeforeThePasswordWasChanged() {
        String token = token(2);
        asOwner("passwordChange(currentPassword: \"" + Visitor.PASSWORD + "\", newPassword: \"" + NEW + "\")");
        assertThat(codes(reset(token, "another password"))).containsExactly("TOKEN_EXPIRED");
        assertThat(codes(visitor.signIn(email, NEW), "customerAccessTokenCreate"))
                .isEmpty();
    }

    @Test
    void acceptsNoLinkToAnAccountThatIsClosed() {
        String token = token(2);
        asOwner("accountDelete(password: \"" + Visitor.PASSWORD + "\")");
        assertThat(codes(reset(token, NEW))).containsExactly("TOKEN_EXPIRED");
        StepVerifier.create(database.sql("""
                                select count(*) from account_token join account on id = account_id where email = :email""")
                        .bind("email", email)
                        .mapValue(Long.class)
                        .one())
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void acceptsNoLinkThatIsForSomethingElse() {
        assertThat(codes(reset(mails.all().getFirst().token(), NEW))).containsExactly("TOKEN_EXPIRED");
        assertThat(codes(visitor.verify(token(2)), "emailVerify")).containsExactly("TOKEN_EXPIRED");
    }

    @Test
    void keepsTheLinkGoodWhenTheNewPasswordIsRefused() {
        String token = token(2);
        assertThat(codes(reset(token, "short"))).containsExactly("INVALID");
        assertThat(codes(reset(token, email))).containsExactly("INVALID");
        assertThat(codes(reset(token, NEW))).isEmpty();
    }

    @Test
    void tellsNobodyWhetherThereIsAnAccount() {
        String stranger = Visitor.anyEmail();
        statements.reset();
        Object known = content(request(email));
        var forKnown = orders();
        statements.reset();
        Object unknown = content(request(stranger));
        assertThat(orders()).isEqualTo(forKnown).hasSize(1);
        assertThat(known).isEqualTo(unknown);
        mails.awaitNumber(2);
        // Once the stranger's letter is gone, it has not been sent.
        await().until(() -> letters(stranger) == 0);
        assertThat(new Mails(http, stranger).all()).isEmpty();
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        String token = token(2);
        StepVerifier.create(database.sql("""
                                select (select coalesce(string_agg(row_to_json(letter)::text, ''), '') from letter)
                                    || (select string_agg(row_to_json(account_token)::text, '') from account_token)""").mapValue(String.class).one())
                .assertNext(rows -> assertThat(rows).contains("PASSWORD_RESET").doesNotContain(token))
                .verifyComplete();
    }

    @Test
    void refusesAnAddressThatCannotBeOne() {
        assertThat(codes(request("minji"), "passwordResetRequest")).containsExactly("INVALID");
    }

    private void asOwner(String mutation) {
        var answer = visitor.with(owner.accessToken())
                .graph()
                .document("mutation { done: " + mutation + " { userErrors { code } } }")
                .execute();
        assertThat(codes(answer, "done")).isEmpty();
    }

    private String token(int mail) {
        request(email);
        return mails.awaitNumber(mail).token();
    }

    private Response request(String address) {
        return graph.document("mutation($email: String!) { passwordResetRequest(email: $email)"
                        + " { user { id } userErrors { field code } } }")
                .variable("email", address)
                .execute();
    }

    private Response reset(String token, String password) {
        return graph.document("mutation($token: String!, $password: String!) {"
                        + " passwordReset(token: $token, newPassword: $password) { user { id } userErrors { code } } }")
                .variable("token", token)
                .variable("password", password)
                .execute();
    }

    private long letters(String recipient) {
        return database.sql("select count(*) from letter where recipient = :recipient")
                .bind("recipient", recipient)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /** The letters are sent all the while. */
    private List<String> orders() {
        return statements.statements().stream()
                .filter(statement -> statement.contains("insert into letter"))
                .toList();
    }

    private static Object content(Response answer) {
        return answer.path("passwordResetRequest").entity(Map.class).get();
    }

    private static List<String> codes(Response answer) {
        return codes(answer, "passwordReset");
    }

    private static List<String> codes(Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}
