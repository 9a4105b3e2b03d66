package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.session.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The token endpoint (RFC 6749, RFC 7636, RFC 9700). */
@RunningSubgraph
class Rfc6749TokenIT {

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    private Dance dance;

    @BeforeEach
    void arrive() {
        dance = new Dance(http, graph, clients);
    }

    @Autowired
    private MovableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    @DisplayName("RFC 6749 5.1: tokens, their type and lifetime, cached by nobody")
    void givesTokens() {
        var answer = dance.tokens(dance.publicClient());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isBetween(890, 900);
        assertThat(Dance.scopes(answer)).containsExactlyInAnyOrder("openid", "profile", "orders:read");
        assertThat(answer.text("refresh_token")).hasSizeGreaterThan(40);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.headers().getPragma()).isEqualTo("no-cache");
        assertThat(dance.opens(answer.text("access_token"))).isTrue();
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
    @DisplayName("RFC 6749 2.3.1: a confidential client proves itself, in one way")
    void requiresTheSecret() {
        var secret = Secret.random();
        var client = dance.confidentialClient(secret);
        var form = Map.of("grant_type", "client_credentials");
        assertThat(dance.post("/oauth/token", form, Dance.basic(client, secret)).status())
                .isEqualTo(200);
        assertThat(dance.post(
                                "/oauth/token",
                                with(form, "client_id", client.id(), "client_secret", secret.text()),
                                null)
                        .status())
                .isEqualTo(200);
        var wrong = dance.post("/oauth/token", form, Dance.basic(client, Secret.random()));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("invalid_client");
        assertThat(wrong.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
        assertThat(dance.post("/oauth/token", with(form, "client_id", client.id()), null)
                        .error())
                .isEqualTo("invalid_client");
        assertThat(dance.post("/oauth/token", with(form, "client_secret", secret.text()), Dance.basic(client, secret))
                        .error())
                .isEqualTo("invalid_request");
        assertThat(dance.post("/oauth/token", with(form, "client_id", "another"), Dance.basic(client, secret))
                        .error())
                .isEqualTo("invalid_request");
        assertThat(dance.post("/oauth/token", dance.redemption(client, "x"), null)
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("RFC 6749 2.3.1: who guesses learns nothing of which clients there are")
    void answersUnknownClientsAsWrongSecrets() {
        var form = Map.of("grant_type", "client_credentials");
        var wrong = dance.post(
                "/oauth/token", form, Dance.basic(dance.confidentialClient(Secret.random()), Secret.random()));
        var unknown = dance.post("/oauth/token", form, HttpHeaders.encodeBasicAuth("nobody", "x", null));
        assertThat(unknown.json()).isEqualTo(wrong.json());
        assertThat(unknown.status()).isEqualTo(wrong.status());
    }

    @Test
    @DisplayName("RFC 6749 4.4: a client that acts for itself gets no refresh token, and is no user")
    void givesClientsTheirOwnTokens() {
        var secret = Secret.random();
        var client = dance.confidentialClient(secret);
        var answer =
                dance.post("/oauth/token", Map.of("grant_type", "client_credentials"), Dance.basic(client, secret));
        assertThat(Dance.scopes(answer)).containsExactlyInAnyOrder("catalog:read", "orders:read");
        assertThat(answer.json().has("refresh_token")).isFalse();
        http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(answer.text("access_token")))
                .bodyValue(Map.of("query", "mutation { signOutEverywhere { userErrors { code } } }"))
                .exchange()
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
        var greedy = Map.of("grant_type", "client_credentials", "scope", "catalog:read openid");
        assertThat(dance.post("/oauth/token", greedy, Dance.basic(client, secret))
                        .error())
                .isEqualTo("invalid_scope");
    }

    @Test
    @DisplayName("RFC 6749 6: a refresh token is its client's, and asks for no more than was granted")
    void refreshesWithinWhatWasGranted() {
        var client = dance.publicClient();
        String refresh = dance.tokens(client).text("refresh_token");
        assertThat(dance.refreshed(dance.publicClient(), refresh).error()).isEqualTo("invalid_grant");
        var greedy = Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                client.id(),
                "refresh_token",
                refresh,
                "scope",
                "openid email");
        assertThat(dance.post("/oauth/token", greedy, null).error()).isEqualTo("invalid_scope");
        var modest = Map.of(
                "grant_type", "refresh_token", "client_id", client.id(), "refresh_token", refresh, "scope", "openid");
        var answer = dance.post("/oauth/token", modest, null);
        assertThat(Dance.scopes(answer)).containsExactly("openid");
        assertThat(dance.opens(answer.text("access_token"))).isTrue();
    }

    @Test
    @DisplayName("RFC 9700 4.14.2: a refresh token that comes back ends its session")
    void endsTheSessionOfAReusedRefreshToken() {
        var client = dance.publicClient();
        String first = dance.tokens(client).text("refresh_token");
        String second = dance.refreshed(client, first).text("refresh_token");
        assertThat(second).isNotEmpty().isNotEqualTo(first);
        assertThat(dance.refreshed(client, first).error()).isEqualTo("invalid_grant");
        assertThat(dance.refreshed(client, second).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("RFC 6749 5.2: other grants are not supported")
    void refusesOtherGrants() {
        var client = dance.publicClient();
        for (String grant : List.of("password", "urn:ietf:params:oauth:grant-type:jwt-bearer", "implicit")) {
            var form = Map.of(
                    "grant_type",
                    grant,
                    "client_id",
                    client.id(),
                    "username",
                    dance.email,
                    "password",
                    "x",
                    "assertion",
                    "e30.e30.e30");
            assertThat(dance.post("/oauth/token", form, null).error())
                    .as(grant)
                    .isIn("unsupported_grant_type", "unauthorized_client", "invalid_request");
        }
        assertThat(dance.post("/oauth/token", Map.of("client_id", client.id()), null)
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    @DisplayName("RFC 6749 3.2: parameters given twice are refused")
    void refusesPollution() {
        var client = dance.publicClient();
        String body = Dance.query(dance.redemption(client, dance.code(client))) + "&client_id=" + client.id();
        assertThat(dance.post("/oauth/token", body, MediaType.APPLICATION_FORM_URLENCODED, null)
                        .error())
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 3.2: only forms are read, and nothing in the address")
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data;boundary=x"})
    void readsOnlyForms(String type) {
        assertThat(dance.post("/oauth/token", "grant_type=client_credentials", MediaType.valueOf(type), null)
                        .error())
                .isEqualTo("invalid_request");
        assertThat(dance.post("/oauth/token?grant_type=client_credentials", Map.of("a", "b"), null)
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    @DisplayName("A form is at most 16 KiB")
    void refusesHugeForms() {
        var answer = dance.post("/oauth/token", Map.of("grant_type", "x".repeat(20_000)), null);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).isEqualTo("invalid_request");
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

    private static Map<String, String> with(Map<String, String> form, String... more) {
        var longer = new java.util.HashMap<>(form);
        for (int i = 0; i < more.length; i += 2) {
            longer.put(more[i], more[i + 1]);
        }
        return longer;
    }
}
