package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the documentation lets developers try. */
@RunningSubgraph
@FreshDatabase
@TestPropertySource(properties = "asyncflow.user.demo-data=true")
class DemoClientIT {

    private static final String CALLBACK = "http://localhost:3000/callback";

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    @Test
    void signsPeopleInAsTheShopItself() {
        var dance = new Dance(http, graph, clients);
        var request = Map.of(
                "response_type", "code",
                "client_id", "storefront",
                "redirect_uri", CALLBACK,
                "scope", "openid profile account",
                "state", "xyz",
                "code_challenge", Dance.challenge(Dance.VERIFIER),
                "code_challenge_method", "S256");
        var page = await().atMost(Duration.ofSeconds(20))
                .until(() -> dance.browser.open(Dance.query(request)), opened -> opened.status() == 200);
        var back = dance.browser.signIn(page, dance.email, Visitor.PASSWORD);
        assertThat(back.location())
                .as("no consent is asked for")
                .hasValueSatisfying(location -> assertThat(location.toString()).startsWith(CALLBACK + "?"));
        var answer = dance.post(
                "/oauth/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "storefront",
                        "redirect_uri",
                        CALLBACK,
                        "code",
                        back.parameter("code"),
                        "code_verifier",
                        Dance.VERIFIER.getValue()),
                null);
        assertThat(answer.status()).isEqualTo(200);
        new Visitor(graph)
                .with(answer.text("access_token"))
                .me()
                .path("me.email")
                .entity(String.class)
                .isEqualTo(dance.email);
    }
}
