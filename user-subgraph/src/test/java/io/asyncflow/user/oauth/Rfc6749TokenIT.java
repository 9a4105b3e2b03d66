package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.session.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The token endpoint (RFC 6749, RFC 9700), apart from what it gives for a code. */
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

    private static Map<String, String> with(Map<String, String> form, String... more) {
        var longer = new HashMap<>(form);
        for (int i = 0; i < more.length; i += 2) {
            longer.put(more[i], more[i + 1]);
        }
        return longer;
    }
}
