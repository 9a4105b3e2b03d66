package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What an authorization code is good for (RFC 6749, RFC 7636, RFC 9700). */
@RunningSubgraph
class CodeRedemptionIT {

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    @Autowired
    private MovableClock clock;

    private Dance dance;

    @BeforeEach
    void arrive() {
        dance = new Dance(http, graph, clients);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2, 10.5: a code is good once; its second use ends what came of the first")
    void endsTheSessionOfAReplayedCode() {
        var client = dance.publicClient();
        var redemption = dance.redemption(client, dance.code(client));
        var first = dance.post("/oauth/token", redemption, null);
        assertThat(dance.opens(first.text("access_token"))).isTrue();
        assertThat(dance.post("/oauth/token", redemption, null).error()).isEqualTo("invalid_grant");
        assertThat(dance.opens(first.text("access_token"))).isFalse();
        assertThat(dance.refreshed(client, first.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("RFC 9700 4.5: who has seen a used code, and has no verifier, cannot end what came of it")
    void keepsTheSessionOfACodeThatComesBackWithoutItsVerifier() {
        var client = dance.publicClient();
        var redemption = dance.redemption(client, dance.code(client));
        var first = dance.post("/oauth/token", redemption, null);
        redemption.put("code_verifier", new CodeVerifier().getValue());
        assertThat(dance.post("/oauth/token", redemption, null).error()).isEqualTo("invalid_grant");
        assertThat(dance.opens(first.text("access_token"))).isTrue();
        assertThat(dance.refreshed(client, first.text("refresh_token")).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A code of before its owner has signed out everywhere is worth nothing")
    void refusesACodeOfBeforeASignOutEverywhere() {
        var client = dance.publicClient();
        String code = dance.code(client);
        dance.signOutEverywhere();
        assertThat(dance.post("/oauth/token", dance.redemption(client, code), null)
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(dance.tokens(client).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("RFC 6749 10.5: of many that use a code at once one gets tokens at most")
    void redeemsACodeOnceUnderConcurrency() {
        var client = dance.publicClient();
        var redemption = dance.redemption(client, dance.code(client));
        var granted = Flux.range(0, 16)
                .flatMap(
                        _ -> Mono.fromCallable(() -> dance.post("/oauth/token", redemption, null)
                                        .status())
                                .subscribeOn(Schedulers.boundedElastic()),
                        16)
                .filter(status -> status == 200)
                .count()
                .blockOptional();
        assertThat(granted).contains(1L);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2: a code is good for a minute")
    void refusesAnOldCode() {
        var client = dance.publicClient();
        var redemption = dance.redemption(client, dance.code(client));
        clock.putForward(Duration.ofSeconds(61));
        assertThat(dance.post("/oauth/token", redemption, null).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("RFC 6749 4.1.3: a code is good for the client and the address that it was given for")
    void refusesACodeOfAnotherClient() {
        var client = dance.publicClient();
        String code = dance.code(client);
        assertThat(dance.post("/oauth/token", dance.redemption(dance.publicClient(), code), null)
                        .error())
                .isEqualTo("invalid_grant");
        var elsewhere = dance.redemption(client, code);
        elsewhere.put("redirect_uri", "http://127.0.0.1/native");
        assertThat(dance.post("/oauth/token", elsewhere, null).error()).isEqualTo("invalid_grant");
        // Neither attempt has cost the client its code.
        assertThat(dance.post("/oauth/token", dance.redemption(client, code), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("RFC 7636 4.4.1: no code without a challenge, and none with a plain one")
    void requiresPkce() {
        for (var change : List.of(
                Map.of("code_challenge", "", "code_challenge_method", ""),
                Map.of("code_challenge_method", "plain"),
                Map.of("code_challenge_method", ""),
                Map.of("code_challenge_method", "s256"),
                Map.of("code_challenge", "short"))) {
            var request = dance.request(dance.publicClient());
            request.putAll(change);
            request.values().removeIf(String::isEmpty);
            assertThat(dance.browser.open(Dance.query(request)).parameter("error"))
                    .as("%s", change)
                    .isEqualTo("invalid_request");
        }
    }

    @Test
    @DisplayName("RFC 7636 4.6: only who has the verifier gets tokens, and the challenge is none")
    void requiresTheVerifier() {
        var client = dance.publicClient();
        String code = dance.code(client);
        var wrong = dance.redemption(client, code);
        wrong.put("code_verifier", new CodeVerifier().getValue());
        assertThat(dance.post("/oauth/token", wrong, null).error()).isEqualTo("invalid_grant");
        wrong.put("code_verifier", Dance.challenge(Dance.VERIFIER));
        assertThat(dance.post("/oauth/token", wrong, null).error()).isEqualTo("invalid_grant");
        wrong.remove("code_verifier");
        assertThat(dance.post("/oauth/token", wrong, null).error()).isEqualTo("invalid_request");
        assertThat(dance.post("/oauth/token", dance.redemption(client, code), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A code of an account that has been given up since is good for nothing")
    void refusesACodeOfAClosedAccount() {
        var client = dance.publicClient();
        String code = dance.code(client);
        var visitor = new Visitor(graph);
        String token = visitor.signIn(dance.email, Visitor.PASSWORD)
                .path("customerAccessTokenCreate.accessToken")
                .entity(String.class)
                .get();
        visitor.with(token)
                .graph()
                .document("mutation { accountDelete(password: \"" + Visitor.PASSWORD + "\") { userErrors { code } } }")
                .execute()
                .path("accountDelete.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        var answer = dance.post("/oauth/token", dance.redemption(client, code), null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
    }
}
