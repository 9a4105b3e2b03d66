package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.Visitor.SignedIn;
import io.asyncflow.user.password.ObservedHashing;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What is compared while the owner signs out everywhere opens nothing any more, and changes nothing. */
@RunningSubgraph
class CredentialsIT {

    private static final String NEW = "tulips on a rocket";

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private ObservedHashing hashing;

    private final String email = Visitor.anyEmail();
    private Visitor visitor;

    @BeforeEach
    void register() {
        hashing.reset();
        visitor = new Visitor(graph);
        visitor.register(email, Visitor.PASSWORD);
    }

    @Test
    void ofBeforeOpenNoSession() throws Exception {
        assertThat(overtaken(() -> codes(signIn(Visitor.PASSWORD), "customerAccessTokenCreate")))
                .containsExactly("BAD_CREDENTIALS");
        assertThat(codes(signIn(Visitor.PASSWORD), "customerAccessTokenCreate")).isEmpty();
    }

    @Test
    void ofBeforeSetNoPassword() throws Exception {
        var owner = owner();
        assertThat(overtaken(() -> codes(
                        owner.graph()
                                .document("mutation { passwordChange(currentPassword: \"" + Visitor.PASSWORD
                                        + "\", newPassword: \"" + NEW + "\") { userErrors { code } } }")
                                .execute(),
                        "passwordChange")))
                .containsExactly("BAD_CREDENTIALS");
        assertThat(codes(signIn(NEW), "customerAccessTokenCreate")).containsExactly("BAD_CREDENTIALS");
        assertThat(codes(signIn(Visitor.PASSWORD), "customerAccessTokenCreate")).isEmpty();
    }

    @Test
    void ofBeforeCloseNoAccount() throws Exception {
        var owner = owner();
        assertThat(overtaken(() -> codes(
                        owner.graph()
                                .document("mutation { accountDelete(password: \"" + Visitor.PASSWORD
                                        + "\") { userErrors { code } } }")
                                .execute(),
                        "accountDelete")))
                .containsExactly("BAD_CREDENTIALS");
        assertThat(codes(signIn(Visitor.PASSWORD), "customerAccessTokenCreate")).isEmpty();
    }

    /** What the call comes to when all sessions end while its password is being compared. */
    private List<String> overtaken(Callable<List<String>> call) throws InterruptedException, ExecutionException {
        var other = owner();
        hashing.forget();
        var gate = hashing.hold();
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome = thread.submit(call);
            await().until(() -> !hashing.runs().isEmpty());
            other.graph()
                    .document("mutation { signOutEverywhere { userErrors { code } } }")
                    .executeAndVerify();
            gate.countDown();
            return outcome.get();
        } finally {
            gate.countDown();
        }
    }

    private Visitor owner() {
        return visitor.with(SignedIn.of(signIn(Visitor.PASSWORD), "customerAccessTokenCreate")
                .accessToken());
    }

    private Response signIn(String password) {
        return visitor.signIn(email, password);
    }

    private static List<String> codes(Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}
