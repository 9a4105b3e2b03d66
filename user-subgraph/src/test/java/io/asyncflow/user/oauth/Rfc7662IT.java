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
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/** Introspection (RFC 7662). */
@RunningSubgraph
class Rfc7662IT {

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
    private DatabaseClient database;

    private final Secret secret = Secret.random();

    @Test
    @DisplayName("2.2: a gateway hears what a token is good for, until its session ends")
    void tellsTheGateway() {
        var gateway = dance.introspector(secret);
        var client = dance.publicClient();
        var tokens = dance.tokens(client);
        var answer = asked(gateway, tokens.text("access_token"));
        assertThat(answer.json().path("active").asBoolean()).isTrue();
        assertThat(answer.text("client_id")).isEqualTo(client.id());
        assertThat(answer.text("scope").split(" ")).contains("orders:read");
        assertThat(answer.text("sub")).startsWith("user_");
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        dance.post("/oauth/revoke", Map.of("client_id", client.id(), "token", tokens.text("refresh_token")), null);
        assertThat(asked(gateway, tokens.text("access_token")).json().toString())
                .isEqualTo("{\"active\":false}");
    }

    @Test
    @DisplayName("2.1: a public client, a wrong secret and nobody are told nothing")
    void tellsNobodyWithoutASecret() {
        String token = dance.tokens(dance.publicClient()).text("access_token");
        assertThat(dance.post(
                                "/oauth/introspect",
                                Map.of(
                                        "token",
                                        token,
                                        "client_id",
                                        dance.publicClient().id()),
                                null)
                        .error())
                .isEqualTo("invalid_client");
        assertThat(dance.post("/oauth/introspect", Map.of("token", token), null).status())
                .isEqualTo(401);
        assertThat(dance.post(
                                "/oauth/introspect",
                                Map.of("token", token),
                                Dance.basic(dance.introspector(secret), Secret.random()))
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("4: a stranger hears of another client's token what it would hear of none")
    void tellsStrangersNothing() {
        String token = dance.tokens(dance.publicClient()).text("access_token");
        var stranger = dance.confidentialClient(secret);
        assertThat(asked(stranger, token).json())
                .isEqualTo(asked(stranger, "no token").json());
        assertThat(asked(stranger, new io.asyncflow.user.Visitor(graph).registered())
                        .json())
                .isEqualTo(asked(stranger, "no token").json());
    }

    @Test
    @DisplayName("2.2: a client hears of its own token, until it is shut out")
    void tellsTheOwner() {
        var client = dance.confidentialClient(secret);
        String token = dance.post(
                        "/oauth/token", Map.of("grant_type", "client_credentials"), Dance.basic(client, secret))
                .text("access_token");
        assertThat(asked(client, token).text("sub")).isEqualTo(client.id());
        var gatewaySecret = Secret.random();
        var gateway = dance.introspector(gatewaySecret);
        StepVerifier.create(database.sql("update oauth_client set disabled_at = now() where id = :id")
                        .bind("id", client.id())
                        .then())
                .verifyComplete();
        assertThat(asked(client, token).error()).isEqualTo("invalid_client");
        assertThat(dance.post("/oauth/introspect", Map.of("token", token), Dance.basic(gateway, gatewaySecret))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("2.2: an ID token, a refresh token and rubbish are not active")
    void knowsAccessTokensOnly() {
        var gateway = dance.introspector(secret);
        var tokens = dance.tokens(dance.publicClient());
        for (String other :
                new String[] {tokens.text("id_token"), tokens.text("refresh_token"), "a.b.c", "afk_x", "\0"}) {
            assertThat(asked(gateway, other).json().toString()).isEqualTo("{\"active\":false}");
        }
        assertThat(dance.post("/oauth/introspect", Map.of("other", "x"), Dance.basic(gateway, secret))
                        .error())
                .isEqualTo("invalid_request");
    }

    private Dance.Answer asked(Client caller, String token) {
        return dance.post("/oauth/introspect", Map.of("token", token), Dance.basic(caller, secret));
    }
}
