package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.Mails;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.password.ObservedHashing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Registering as it is when nothing is configured. */
@RunningSubgraph
@TestPropertySource(properties = "asyncflow.user.accounts.registration=verified")
class VerifiedRegistrationIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private ObservedHashing hashing;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private MovableClock clock;

    private final String email = Visitor.anyEmail();
    private Visitor visitor;
    private Mails mails;

    @BeforeEach
    void arrive() {
        hashing.reset();
        visitor = new Visitor(graph);
        mails = new Mails(http, email);
    }

    @Test
    void opensAnAccountWhenTheAddressHasBeenVerified() {
        var answer = visitor.register(
                Map.of("email", email, "password", Visitor.PASSWORD, "displayName", "김민지", "language", "KO"));
        answer.path("customerCreate.verificationRequired").entity(Boolean.class).isEqualTo(true);
        answer.path("customerCreate.accessToken").valueIsNull();
        assertThat(codes(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate"))
                .containsExactly("BAD_CREDENTIALS");

        var mail = mails.awaitNumber(1);
        assertThat(mail.subject()).isEqualTo("이메일 주소를 확인해 주세요");
        assertThat(codes(visitor.verify(mail.token()), "emailVerify")).isEmpty();
        var signedIn = visitor.signIn(email, Visitor.PASSWORD);
        signedIn.path("customerAccessTokenCreate.user.displayName")
                .entity(String.class)
                .isEqualTo("김민지");
        String token =
                Visitor.SignedIn.of(signedIn, "customerAccessTokenCreate").accessToken();
        visitor.with(token)
                .graph()
                .document("{ me { emailVerified language } }")
                .execute()
                .path("me")
                .entity(Map.class)
                .isEqualTo(Map.of("emailVerified", true, "language", "KO"));
    }

    @Test
    void signsNobodyInByALink() {
        visitor.register(email, Visitor.PASSWORD);
        visitor.verify(mails.awaitNumber(1).token()).path("emailVerify.user").valueIsNull();
    }

    @Test
    void tellsOnlyTheOwnerThatThereIsAnAccount() {
        visitor.register(email, Visitor.PASSWORD);
        visitor.verify(mails.awaitNumber(1).token());
        String stranger = Visitor.anyEmail();
        var known = visitor.register(email, "another password");
        var unknown = visitor.register(stranger, "another password");
        assertThat(content(known)).isEqualTo(content(unknown));
        assertThat(mails.awaitNumber(2).subject()).isEqualTo("You have an account already");
        assertThat(mails.all().getFirst().text()).doesNotContain("token");
        assertThat(new Mails(http, stranger).awaitNumber(1).subject()).isEqualTo("Confirm your e-mail address");
        assertThat(codes(visitor.signIn(email, "another password"), "customerAccessTokenCreate"))
                .containsExactly("BAD_CREDENTIALS");
    }

    @Test
    void doesTheSameWorkForAnAddressThatIsTaken() {
        visitor.register(email, Visitor.PASSWORD);
        visitor.verify(mails.awaitNumber(1).token());
        assertThat(workOf(email)).isEqualTo(workOf(Visitor.anyEmail())).contains("1 hash");
    }

    @Test
    void givesTheAddressToOneOfThoseWhoHaveAskedForIt() {
        visitor.register(email, "a thief's choice");
        String thief = mails.awaitNumber(1).token();
        visitor.register(email, Visitor.PASSWORD);
        String owner = mails.awaitNumber(2).token();
        assertThat(codes(visitor.verify(owner), "emailVerify")).isEmpty();
        assertThat(codes(visitor.verify(thief), "emailVerify")).containsExactly("TOKEN_EXPIRED");
        assertThat(codes(visitor.signIn(email, "a thief's choice"), "customerAccessTokenCreate"))
                .containsExactly("BAD_CREDENTIALS");
        assertThat(codes(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate"))
                .isEmpty();
    }

    @Test
    void acceptsALinkOnceAndForADay() {
        visitor.register(email, Visitor.PASSWORD);
        String token = mails.awaitNumber(1).token();
        clock.putForward(Duration.ofHours(24).plusMinutes(1));
        assertThat(codes(visitor.verify(token), "emailVerify")).containsExactly("TOKEN_EXPIRED");
        clock.putForward(Duration.ZERO);
        assertThat(codes(visitor.verify(token), "emailVerify")).isEmpty();
        assertThat(codes(visitor.verify(token), "emailVerify")).containsExactly("TOKEN_EXPIRED");
        assertThat(codes(visitor.verify(""), "emailVerify")).containsExactly("TOKEN_EXPIRED");
    }

    private List<String> workOf(String address) {
        hashing.reset();
        statements.reset();
        visitor.register(address, "another password");
        var work = new ArrayList<>(statements.statements().stream()
                .filter(statement -> statement.contains("insert into"))
                .toList());
        work.add(hashing.runs().size() + " hash");
        return work;
    }

    private static Object content(Response answer) {
        return answer.path("customerCreate").entity(Map.class).get();
    }

    private static List<String> codes(Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}
