package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.Mails;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.password.ObservedHashing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Networks are told apart by what the trusted proxy, which is this test, says of them. */
@RunningSubgraph
@TestPropertySource(
        properties = {
            "asyncflow.user.sign-in.attempts-per-network=200",
            "asyncflow.redis.timeout=30s",
            "spring.main.cloud-platform=kubernetes"
        })
class SignInProtectionIT {

    /** In the build; {@code -Dsign-in.attempts=10000} takes minutes. */
    private static final int ATTEMPTS = Integer.getInteger("sign-in.attempts", 3000);

    private static final int ACCOUNTS = 100;
    private static final int AT_ONCE = 64;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private ObservedHashing hashing;

    @Autowired
    private MovableClock clock;

    @LocalServerPort
    private int port;

    /** Redis remembers networks from one run to the next. */
    private final int run = new Random().nextInt(1 << 16);

    private final int site = new Random().nextInt(1 << 16);

    private final String email = Visitor.anyEmail();
    private Visitor visitor;

    @BeforeEach
    void register() {
        hashing.reset();
        hashing.makeCheap();
        visitor = new Visitor(graph);
        visitor.register(email, Visitor.PASSWORD);
        hashing.forget();
    }

    @Test
    void tenThousandAttemptsOnOneAccountFromOneNetworkAreTen() {
        attempt(ATTEMPTS, _ -> email, _ -> 1);
        assertThat(hashing.runs()).hasSize(10);
    }

    @Test
    void tenThousandAttemptsOnOneAccountFromEverywhereAreAHundred() {
        attempt(ATTEMPTS, _ -> email, i -> i % 1000);
        assertThat(hashing.runs()).hasSize(100);
    }

    @Test
    void tenThousandAttemptsOnManyAccountsFromOneNetworkAreTwoHundred() {
        Duration taken = attempt(ATTEMPTS, _ -> Visitor.anyEmail(), _ -> 1);
        assertThat(hashing.runs()).hasSizeBetween(200, 201 + comeBackIn(taken));
    }

    @Test
    void tenThousandAttemptsOnManyAccountsFromTenNetworksAreTwoHundredEach() {
        var addresses = Stream.generate(Visitor::anyEmail).limit(ACCOUNTS).toList();
        Duration taken = attempt(ATTEMPTS, i -> addresses.get(i % ACCOUNTS), i -> i / ACCOUNTS % 10);
        assertThat(hashing.runs()).hasSizeBetween(2000, 10 * (201 + comeBackIn(taken)));
    }

    @Test
    void aSiteOfAThousandNetworksIsEightOfThemForOneAccount() {
        attemptFrom(this::networkOfOneSite, ATTEMPTS, _ -> email, i -> i % 1000);
        assertThat(hashing.runs()).hasSize(80);
        assertThat(code(from(1), email, Visitor.PASSWORD)).isEqualTo("GRANTED");
    }

    @Test
    void aSiteOfAThousandNetworksIsEightOfThemForManyAccounts() {
        Duration taken = attemptFrom(this::networkOfOneSite, ATTEMPTS, _ -> Visitor.anyEmail(), i -> i % 1000);
        assertThat(hashing.runs()).hasSizeBetween(1600, 1601 + comeBackIn(taken.multipliedBy(8)));
    }

    @Test
    void aNetworkThatIsLockedOutLocksNobodyElseOut() {
        attempt(500, _ -> email, _ -> 1);
        assertThat(code(from(1), email, Visitor.PASSWORD)).isEqualTo("RATE_LIMITED");
        assertThat(code(from(2), email, Visitor.PASSWORD)).isEqualTo("GRANTED");
    }

    /** Nor on Kubernetes, where Spring would by itself believe what comes first. */
    @Test
    void whatAClientWritesInFrontOfItsAddressMakesNoOtherNetwork() {
        String last = "";
        for (int i = 0; i < 12; i++) {
            last = code(forwardedFor("198.51.100." + i + ", " + network(1)), email, "a wrong password");
        }
        assertThat(last).isEqualTo("RATE_LIMITED");
    }

    @Test
    void aLockEndsAndTheNextLastsTwiceAsLong() {
        attempt(10, _ -> email, _ -> 1);
        clock.putForward(Duration.ofMinutes(14));
        assertThat(code(from(1), email, Visitor.PASSWORD)).isEqualTo("RATE_LIMITED");
        clock.putForward(Duration.ofMinutes(16));
        attempt(10, _ -> email, _ -> 1);
        clock.putForward(Duration.ofMinutes(16 + 16));
        assertThat(code(from(1), email, Visitor.PASSWORD)).isEqualTo("RATE_LIMITED");
        clock.putForward(Duration.ofMinutes(16 + 31));
        assertThat(code(from(1), email, Visitor.PASSWORD)).isEqualTo("GRANTED");
    }

    @Test
    void anAddressWithoutAnAccountIsLockedTheSame() {
        String stranger = Visitor.anyEmail();
        var known = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            known.add(code(from(1), email, "a wrong password"));
            unknown.add(code(from(2), stranger, "a wrong password"));
        }
        assertThat(known).isEqualTo(unknown).startsWith("BAD_CREDENTIALS").endsWith("RATE_LIMITED");
    }

    @Test
    void whoIsRightNowAndThenIsNotLockedOut() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 9; i++) {
                assertThat(code(from(1), email, "a wrong password")).isEqualTo("BAD_CREDENTIALS");
            }
            assertThat(code(from(1), email, Visitor.PASSWORD)).isEqualTo("GRANTED");
        }
    }

    @Test
    void anOldMistakeIsForgotten() {
        for (int i = 0; i < 30; i++) {
            clock.putForward(Duration.ofMinutes(16).multipliedBy(i / 9));
            assertThat(code(from(1), email, "a wrong password")).isEqualTo("BAD_CREDENTIALS");
        }
    }

    @Test
    void aNewPasswordUnlocksWhereItWasSet() {
        attempt(20, _ -> email, _ -> 1);
        attempt(20, _ -> email, _ -> 2);
        var mails = new Mails(http, email);
        mails.awaitNumber(1);
        graph.document("mutation { passwordResetRequest(email: \"" + email + "\") { userErrors { code } } }")
                .executeAndVerify();
        String token = mails.awaitNumber(2).token();
        from(1).graph()
                .document("mutation { passwordReset(token: \"" + token
                        + "\", newPassword: \"tulips on a rocket\") { userErrors { code } } }")
                .executeAndVerify();
        assertThat(code(from(1), email, "tulips on a rocket")).isEqualTo("GRANTED");
        assertThat(code(from(2), email, "tulips on a rocket")).isEqualTo("RATE_LIMITED");
    }

    /** Wrong passwords of others do not count. */
    @Test
    void anOwnerSignsInAHundredTimesAnHour() {
        attempt(90, _ -> email, i -> 10 + i % 10);
        hashing.forget();
        int granted = 0;
        while (code(from(granted % 5), email, Visitor.PASSWORD).equals("GRANTED")) {
            granted++;
            assertThat(granted).isLessThan(200);
        }
        assertThat(granted).isGreaterThanOrEqualTo(100);
        assertThat(hashing.runs()).hasSize(granted);
        String other = Visitor.anyEmail();
        visitor.register(other, Visitor.PASSWORD);
        assertThat(code(from(0), other, Visitor.PASSWORD)).isEqualTo("GRANTED");
    }

    @Test
    void aSignedInStrangerCannotTryPasswordsEither() {
        var owner = from(1).with(
                        Visitor.SignedIn.of(from(1).signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate")
                                .accessToken());
        String last = "";
        for (int i = 0; i < 12; i++) {
            last = owner.graph()
                    .document("mutation { accountDelete(password: \"a wrong password\") { userErrors { code } } }")
                    .execute()
                    .path("accountDelete.userErrors[0].code")
                    .entity(String.class)
                    .get();
        }
        assertThat(last).isEqualTo("RATE_LIMITED");
    }

    private Visitor from(int network) {
        return forwardedFor(network(network));
    }

    private Visitor forwardedFor(String addresses) {
        return new Visitor(visitor.graph()
                .mutate()
                .headers(headers -> headers.set("X-Forwarded-For", addresses))
                .build());
    }

    /** Each in a site of its own. */
    private String network(int number) {
        return "2001:%x:%x::7".formatted(run, number);
    }

    private String networkOfOneSite(int number) {
        return "2002:%x:%x:%x::7".formatted(run, site, number);
    }

    /** How many of the 200 permits of a quarter of an hour, which Redis counts by its own clock. */
    private static int comeBackIn(Duration taken) {
        return (int) (200 * taken.toMillis() / Duration.ofMinutes(15).toMillis());
    }

    /** How long it took. */
    private Duration attempt(int attempts, IntFunction<String> address, IntUnaryOperator network) {
        return attemptFrom(this::network, attempts, address, network);
    }

    private Duration attemptFrom(
            IntFunction<String> networks, int attempts, IntFunction<String> address, IntUnaryOperator network) {
        var client = WebClient.create("http://localhost:" + port);
        var outcomes = Flux.range(0, attempts)
                .flatMap(
                        i -> client.post()
                                .uri("/graphql")
                                .header("X-Forwarded-For", networks.apply(network.applyAsInt(i)))
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue("{\"query\": \"mutation { customerAccessTokenCreate(email: \\\""
                                        + address.apply(i)
                                        + "\\\", password: \\\"a wrong password\\\") { userErrors { code } } }\"}")
                                .retrieve()
                                .bodyToMono(String.class),
                        AT_ONCE)
                .collect(Collectors.toSet());
        return StepVerifier.create(outcomes)
                .assertNext(answers -> assertThat(answers)
                        .isNotEmpty()
                        .allMatch(answer ->
                                answer.contains("\"BAD_CREDENTIALS\"") || answer.contains("\"RATE_LIMITED\"")))
                .verifyComplete();
    }

    private static String code(Visitor by, String address, String password) {
        List<String> codes = by.signIn(address, password)
                .path("customerAccessTokenCreate.userErrors[*].code")
                .entityList(String.class)
                .get();
        return codes.isEmpty() ? "GRANTED" : String.join(" ", codes);
    }
}
