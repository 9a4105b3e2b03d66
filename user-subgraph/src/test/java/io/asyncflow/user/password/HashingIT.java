package io.asyncflow.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.TestPropertySource;

@RunningSubgraph
@TestPropertySource(properties = {"asyncflow.user.passwords.threads=1", "asyncflow.user.passwords.queue=1"})
class HashingIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private ObservedHashing hashing;

    /** One sign-in is being hashed, one waits: the third is told so at once, and everything else goes on. */
    @Test
    void holdsUpNobodyElse() throws Exception {
        var visitor = new Visitor(graph);
        String token = visitor.registered();
        hashing.reset();
        var gate = hashing.hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var signIns = new ExecutorCompletionService<Response>(threads);
            for (int i = 0; i < 3; i++) {
                signIns.submit(() -> visitor.signIn(Visitor.anyEmail(), Visitor.PASSWORD));
            }
            assertCode(signIns.poll(10, TimeUnit.SECONDS), "RATE_LIMITED");
            visitor.with(token).me().path("me.id").hasValue();
            gate.countDown();
            assertCode(signIns.poll(10, TimeUnit.SECONDS), "BAD_CREDENTIALS");
            assertCode(signIns.poll(10, TimeUnit.SECONDS), "BAD_CREDENTIALS");
        } finally {
            gate.countDown();
        }
        assertThat(hashing.runs())
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.thread()).startsWith(PasswordHashes.THREADS));
    }

    @Test
    void runsOffTheEventLoopWhenRegisteringToo() {
        hashing.reset();
        new Visitor(graph).registered();
        assertThat(hashing.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.thread()).startsWith(PasswordHashes.THREADS));
    }

    private static void assertCode(Future<Response> answer, String code) {
        answer.resultNow()
                .path("customerAccessTokenCreate.userErrors[*].code")
                .entityList(String.class)
                .containsExactly(code);
    }
}
