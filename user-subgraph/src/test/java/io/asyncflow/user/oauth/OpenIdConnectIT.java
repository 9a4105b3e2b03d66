package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.identity.Role;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/** OpenID Connect Core and Discovery. */
@RunningSubgraph
class OpenIdConnectIT {

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
    @DisplayName("Core 2, 3.1.3.6: an ID token says who has signed in, for whom, when, and beside which access token")
    void givesAnIdToken() throws Exception {
        var client = dance.publicClient();
        var answer = dance.tokens(client);
        var jwt = SignedJWT.parse(answer.text("id_token"));
        var claims = jwt.getJWTClaimsSet();
        assertThat(jwt.getHeader().getType()).hasToString("JWT");
        assertThat(jwt.verify(new ECDSAVerifier(JWKSet.parse(text("/.well-known/jwks.json"))
                        .getKeyByKeyId(jwt.getHeader().getKeyID())
                        .toECKey())))
                .isTrue();
        assertThat(claims.getIssuer()).isEqualTo("https://issuer.test");
        assertThat(claims.getAudience()).containsExactly(client.id());
        assertThat(claims.getSubject()).startsWith("user_");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.getLongClaim("auth_time")).isPositive();
        assertThat(claims.getStringClaim("at_hash")).isNotBlank();
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    @DisplayName("Core 3.1.2.1: without the scope openid there is none")
    void givesNoIdTokenUnasked() {
        var client = dance.publicClient();
        var request = dance.request(client);
        request.put("scope", "orders:read");
        String code = dance.consented(request).parameter("code");
        var answer = dance.post("/oauth/token", dance.redemption(client, code), null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("id_token")).isFalse();
        userInfo(answer.text("access_token")).expectStatus().isForbidden();
    }

    @Test
    @DisplayName("RFC 9068 4, RFC 8725 3.11: neither an ID token nor a refresh token opens a door")
    void opensNoDoorToOtherTokens() {
        var answer = dance.tokens(dance.publicClient());
        assertThat(dance.opens(answer.text("access_token"))).isTrue();
        assertThat(dance.opens(answer.text("id_token"))).isFalse();
        assertThat(dance.opens(answer.text("refresh_token"))).isFalse();
        userInfo(answer.text("id_token")).expectStatus().isUnauthorized();
    }

    @Test
    @DisplayName("Core 5.3, 5.4: user info tells what was consented to, and no more")
    void tellsWhatWasConsentedTo() {
        var answer = dance.tokens(dance.publicClient());
        userInfo(answer.text("access_token"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.sub")
                .value((String sub) -> assertThat(sub).startsWith("user_"))
                .jsonPath("$.name")
                .exists()
                .jsonPath("$.email")
                .doesNotExist();
        http.get()
                .uri("/userinfo")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer");
    }

    @Test
    @DisplayName("A client that may see the orders is not the account: it does nothing else in its name")
    void letsAClientDoNoMoreThanItsScopes() throws Exception {
        String token = dance.tokens(dance.publicClient()).text("access_token");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles"))
                .isEmpty();
        new Visitor(graph).with(token).me().path("me").valueIsNull();
    }

    @Test
    @DisplayName("The shop's own face is the account, without being asked for consent")
    void trustsItsOwnFace() throws Exception {
        var shop = dance.added(new Client(
                "shop-" + java.util.UUID.randomUUID(),
                "The shop",
                java.util.Optional.empty(),
                true,
                false,
                Set.of(Dance.CALLBACK),
                Set.of("authorization_code", "refresh_token"),
                Set.of("openid", "account"),
                java.util.Optional.empty()));
        var request = dance.request(shop);
        request.put("scope", "openid account");
        var back = dance.browser.signIn(dance.browser.open(Dance.query(request)), dance.email, Visitor.PASSWORD);
        String token = dance.post("/oauth/token", dance.redemption(shop, back.parameter("code")), null)
                .text("access_token");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles"))
                .containsExactly(Role.CUSTOMER.name());
        new Visitor(graph)
                .with(token)
                .me()
                .path("me.email")
                .entity(String.class)
                .isEqualTo(dance.email);
    }

    @ParameterizedTest
    @DisplayName("Discovery 4, RFC 8414 3: programs find everything")
    @ValueSource(strings = {"openid-configuration", "oauth-authorization-server"})
    void tellsWhereEverythingIs(String document) {
        http.get()
                .uri("/.well-known/" + document)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.issuer")
                .isEqualTo("https://issuer.test")
                .jsonPath("$.token_endpoint")
                .isEqualTo("https://issuer.test/oauth/token")
                .jsonPath("$.code_challenge_methods_supported.length()")
                .isEqualTo(1)
                .jsonPath("$.code_challenge_methods_supported[0]")
                .isEqualTo("S256")
                .jsonPath("$.authorization_response_iss_parameter_supported")
                .isEqualTo(true)
                .jsonPath("$.response_types_supported[0]")
                .isEqualTo("code")
                .jsonPath("$.id_token_signing_alg_values_supported[0]")
                .isEqualTo("ES256");
    }

    private WebTestClient.ResponseSpec userInfo(String token) {
        return http.get()
                .uri("/userinfo")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private String text(String path) {
        return Objects.requireNonNull(http.get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
