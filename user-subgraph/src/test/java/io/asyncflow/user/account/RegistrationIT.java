package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.password.ObservedHashing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@RunningSubgraph
class RegistrationIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ObservedHashing hashing;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        hashing.reset();
        visitor = new Visitor(graph);
    }

    @Test
    void opensAnAccountAndSignsInToIt() {
        String email = Visitor.anyEmail();
        var answer = visitor.register(
                Map.of("email", "  " + email.toUpperCase() + " ", "password", Visitor.PASSWORD, "displayName", "김민지"));

        answer.path("customerCreate.userErrors[*]").entityList(Map.class).hasSize(0);
        answer.path("customerCreate.user.email").entity(String.class).isEqualTo(email);
        answer.path("customerCreate.user.displayName").entity(String.class).isEqualTo("김민지");
        answer.path("customerCreate.user.roles").entityList(String.class).containsExactly("CUSTOMER");
        assertThat(moment(answer, "user.createdAt")).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(moment(answer, "expiresAt"))
                .isCloseTo(Instant.now().plus(Duration.ofMinutes(15)), within(1, ChronoUnit.MINUTES));

        String token =
                answer.path("customerCreate.accessToken").entity(String.class).get();
        var user = answer.path("customerCreate.user").entity(Map.class).get();
        visitor.with(token).me().path("me").entity(Map.class).isEqualTo(user);
    }

    @Test
    void makesANameUpThatTellsNothing() {
        String email = Visitor.anyEmail();
        visitor.register(email, Visitor.PASSWORD)
                .path("customerCreate.user.displayName")
                .entity(String.class)
                .matches(name -> name.matches("Shopper [0-9a-z]{6}"));
    }

    @Test
    void keepsOnlyAHashOfThePassword() {
        String email = Visitor.anyEmail();
        visitor.register(email, Visitor.PASSWORD);
        StepVerifier.create(database.sql("select row_to_json(account)::text from account where email = :email")
                        .bind("email", email)
                        .mapValue(String.class)
                        .one())
                .assertNext(row -> assertThat(row)
                        .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                        .doesNotContain(Visitor.PASSWORD))
                .verifyComplete();
    }

    @Test
    void refusesAnAddressThatIsTakenHoweverItIsWritten() {
        String email = Visitor.anyEmail();
        visitor.register(email, Visitor.PASSWORD);
        var answer = visitor.register(email.toUpperCase(), "another password");
        assertRefused(answer, ErrorCode.TAKEN, "input", "email");
    }

    @Test
    void opensOneAccountFor64SimultaneousRegistrations() throws Exception {
        hashing.makeCheap();
        String email = Visitor.anyEmail();
        Callable<String> registration = () -> outcome(visitor.register(email, Visitor.PASSWORD));
        List<String> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads
                    .invokeAll(Stream.generate(() -> registration).limit(64).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(outcomes).filteredOn("OPENED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("TAKEN"::equals).hasSize(63);
        StepVerifier.create(database.sql("select count(*) from account where email = :email")
                        .bind("email", email)
                        .mapValue(Long.class)
                        .one())
                .expectNext(1L)
                .verifyComplete();
    }

    @ParameterizedTest
    @MethodSource
    void refusesBadInput(String field, String value) {
        var input = new HashMap<String, Object>(
                Map.of("email", Visitor.anyEmail(), "password", Visitor.PASSWORD, "displayName", "김민지"));
        input.put(field, value);
        assertRefused(visitor.register(input), ErrorCode.INVALID, "input", field);
    }

    static Stream<Arguments> refusesBadInput() {
        return Stream.of(
                Arguments.of("email", "minji"),
                Arguments.of("email", " "),
                Arguments.of("email", "a\0@example.com"),
                Arguments.of("email", "a@" + "b".repeat(100_000) + ".com"),
                Arguments.of("password", "1234567"),
                Arguments.of("password", "        "),
                Arguments.of("password", "12345678\0"),
                Arguments.of("password", "x".repeat(100_000)),
                Arguments.of("displayName", " "),
                Arguments.of("displayName", "a\0b"),
                Arguments.of("displayName", "x".repeat(100_000)));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var answer = visitor.register(Map.of("email", "minji", "password", "short", "displayName", ""));
        answer.path("customerCreate.userErrors[*].field[1]")
                .entityList(String.class)
                .containsExactly("email", "password", "displayName");
    }

    @Test
    void refusesAnInputWithoutAPassword() {
        visitor.register(Map.of("email", Visitor.anyEmail()))
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error ->
                                assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED")));
    }

    private static String outcome(Response answer) {
        var codes = answer.path("customerCreate.userErrors[*].code")
                .entityList(String.class)
                .get();
        return codes.isEmpty() ? "OPENED" : String.join(" ", codes);
    }

    private static void assertRefused(Response answer, ErrorCode code, String... field) {
        answer.path("customerCreate.accessToken").valueIsNull();
        answer.path("customerCreate.user").valueIsNull();
        answer.path("customerCreate.userErrors[*].code")
                .entityList(String.class)
                .containsExactly(code.name());
        answer.path("customerCreate.userErrors[0].field")
                .entityList(String.class)
                .containsExactly(field);
        answer.path("customerCreate.userErrors[0].message")
                .entity(String.class)
                .matches(message -> message.length() < 100);
    }

    private static Instant moment(Response answer, String field) {
        return Instant.parse(
                answer.path("customerCreate." + field).entity(String.class).get());
    }
}
