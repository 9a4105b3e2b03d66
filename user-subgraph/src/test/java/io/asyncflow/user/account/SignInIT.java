package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.password.ObservedHashing;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@RunningSubgraph
class SignInIT {

    /** All that takes time and depends on the request. */
    private record Work(List<ObservedHashing.Run> hashing, List<String> statements) {}

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private ObservedHashing hashing;

    @Autowired
    private StatementCounter statements;

    private final String email = Visitor.anyEmail();
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(graph);
    }

    @Test
    void letsTheOwnerIn() {
        visitor.register(email, Visitor.PASSWORD);
        var answer = visitor.signIn(email.toUpperCase(), Visitor.PASSWORD);
        answer.path("customerAccessTokenCreate.user.email").entity(String.class).isEqualTo(email);
        String token = answer.path("customerAccessTokenCreate.accessToken")
                .entity(String.class)
                .get();
        visitor.with(token).me().path("me.email").entity(String.class).isEqualTo(email);
    }

    @Test
    void givesAnotherTokenEachTime() {
        visitor.register(email, Visitor.PASSWORD);
        assertThat(token(visitor.signIn(email, Visitor.PASSWORD)))
                .isNotEqualTo(token(visitor.signIn(email, Visitor.PASSWORD)));
    }

    @Test
    void knowsAPasswordThatAnotherSystemTypesInParts() {
        String password = "비밀번호가 깁니다";
        visitor.register(email, password);
        assertThat(token(visitor.signIn(email, Normalizer.normalize(password, Normalizer.Form.NFD))))
                .isNotEmpty();
    }

    @Test
    void tellsStrangersNothing() {
        visitor.register(email, Visitor.PASSWORD);
        var wrong = visitor.signIn(email, "a wrong password");
        var unknown = visitor.signIn(Visitor.anyEmail(), "a wrong password");
        wrong.path("customerAccessTokenCreate.userErrors[*].code")
                .entityList(String.class)
                .containsExactly("BAD_CREDENTIALS");
        wrong.path("customerAccessTokenCreate.userErrors[0].field").valueIsNull();
        assertThat(content(unknown)).isEqualTo(content(wrong));
    }

    @Test
    void doesTheSameWorkForAnUnknownAddressAsForAWrongPassword() {
        visitor.register(email, Visitor.PASSWORD);
        Work wrong = workOf(email);
        Work unknown = workOf(Visitor.anyEmail());
        assertThat(wrong.hashing()).hasSize(1);
        assertThat(wrong.statements()).hasSize(3);
        assertThat(parameters(unknown)).isEqualTo(parameters(wrong));
        assertThat(unknown.statements()).isEqualTo(wrong.statements());
    }

    @ParameterizedTest
    @MethodSource
    void refusesBadInput(String argument, String email, String password) {
        hashing.reset();
        var answer = visitor.signIn(email, password);
        answer.path("customerAccessTokenCreate.accessToken").valueIsNull();
        answer.path("customerAccessTokenCreate.userErrors[*].code")
                .entityList(String.class)
                .containsExactly("INVALID");
        answer.path("customerAccessTokenCreate.userErrors[0].field")
                .entityList(String.class)
                .containsExactly(argument);
        assertThat(hashing.runs()).isEmpty();
    }

    static Stream<Arguments> refusesBadInput() {
        return Stream.of(
                Arguments.of("email", "minji", Visitor.PASSWORD),
                Arguments.of("email", "", Visitor.PASSWORD),
                Arguments.of("email", "a\0@example.com", Visitor.PASSWORD),
                Arguments.of("email", "a@" + "b".repeat(100_000) + ".com", Visitor.PASSWORD),
                Arguments.of("password", "minji@example.com", ""),
                Arguments.of("password", "minji@example.com", "12345678\0"),
                Arguments.of("password", "minji@example.com", "x".repeat(100_000)));
    }

    private Work workOf(String email) {
        hashing.reset();
        statements.reset();
        visitor.signIn(email, "a wrong password");
        // Letters are looked for all the while.
        return new Work(
                hashing.runs(),
                statements.statements().stream()
                        .filter(statement -> !statement.contains("letter"))
                        .toList());
    }

    private static List<String> parameters(Work work) {
        return work.hashing().stream().map(ObservedHashing.Run::parameters).toList();
    }

    private static String token(Response answer) {
        return answer.path("customerAccessTokenCreate.accessToken")
                .entity(String.class)
                .get();
    }

    private static Object content(Response answer) {
        return answer.path("customerAccessTokenCreate").entity(Map.class).get();
    }
}
