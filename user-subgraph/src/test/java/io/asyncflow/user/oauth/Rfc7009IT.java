package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.session.Secret;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Revocation (RFC 7009). */
@RunningSubgraph
class Rfc7009IT {

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
    @DisplayName("2.1: with a refresh token goes its session; doing it again changes nothing")
    void endsTheSession() {
        var client = dance.publicClient();
        var tokens = dance.tokens(client);
        for (int i = 0; i < 2; i++) {
            assertThat(revoked(client, tokens.text("refresh_token")).status()).isEqualTo(200);
        }
        assertThat(dance.opens(tokens.text("access_token"))).isFalse();
        assertThat(dance.refreshed(client, tokens.text("refresh_token")).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("2.1: so with an access token")
    void endsTheSessionOfAnAccessToken() {
        var client = dance.publicClient();
        var tokens = dance.tokens(client);
        assertThat(revoked(client, tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(dance.refreshed(client, tokens.text("refresh_token")).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("2.1: another client ends nothing, and learns nothing")
    void leavesOthersAlone() {
        var tokens = dance.tokens(dance.publicClient());
        var other = dance.publicClient();
        assertThat(revoked(other, tokens.text("refresh_token")).status()).isEqualTo(200);
        assertThat(revoked(other, tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(revoked(other, "nonsense").status()).isEqualTo(200);
        assertThat(dance.opens(tokens.text("access_token"))).isTrue();
    }

    @Test
    @DisplayName("2.2.1: a client's own token only expires, and nobody without a name is heard")
    void refusesWhatItCannotDo() {
        var secret = Secret.random();
        var client = dance.confidentialClient(secret);
        String token = dance.post(
                        "/oauth/token", Map.of("grant_type", "client_credentials"), Dance.basic(client, secret))
                .text("access_token");
        assertThat(dance.post("/oauth/revoke", Map.of("token", token), Dance.basic(client, secret))
                        .error())
                .isEqualTo("unsupported_token_type");
        assertThat(dance.post("/oauth/revoke", Map.of("token", token), null).error())
                .isEqualTo("invalid_client");
        assertThat(revoked(client, token).error()).isEqualTo("invalid_client");
    }

    private Dance.Answer revoked(Client client, String token) {
        return dance.post("/oauth/revoke", Map.of("client_id", client.id(), "token", token), null);
    }
}
