package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.session.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/** Partners, their keys and their programs, as an administrator and a gateway see them. */
@RunningSubgraph
class PartnerKeysIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Clients clients;

    @Autowired
    private MovableClock clock;

    private final Secret secret = Secret.random();
    private Dance dance;
    private Client gateway;
    private HttpGraphQlTester admin;
    private String partner = "";

    @BeforeEach
    void arrive() {
        dance = new Dance(http, graph, clients);
        gateway = dance.introspector(secret);
        StepVerifier.create(database.sql("update account set roles = array ['ADMIN'] where email = :email")
                        .bind("email", dance.email)
                        .then())
                .verifyComplete();
        String token = new Visitor(graph)
                .signIn(dance.email, Visitor.PASSWORD)
                .path("customerAccessTokenCreate.accessToken")
                .entity(String.class)
                .get();
        admin = new Visitor(graph).with(token).graph();
        partner = run(
                        "partnerCreate",
                        "PartnerInput",
                        Map.of("name", "한빛상사", "contactEmail", "api@hanbit.test", "ratePlan", "STANDARD"),
                        "partner { id name status ratePlan }")
                .path("result.partner.id")
                .entity(String.class)
                .get();
    }

    @Test
    void areTellingTheGatewayWhoseTheyAre() {
        String key = key(null);
        var answer = asked(key);
        assertThat(answer.json().path("active").asBoolean()).isTrue();
        assertThat(answer.text("sub")).isEqualTo(partner);
        assertThat(answer.text("scope")).isEqualTo("catalog:read orders:read");
        assertThat(answer.text("rate_plan")).isEqualTo("STANDARD");
        assertThat(answer.json().path("requests_per_minute").asInt()).isEqualTo(600);
        assertThat(key).startsWith(answer.text("key_id") + "_");
    }

    @Test
    void areShownOnceAndKeptAsAHash() {
        String key = key(null);
        String shown = key.substring(31);
        StepVerifier.create(database.sql("select count(*) from api_key k where k::text like '%' || :secret || '%'")
                        .bind("secret", shown)
                        .mapValue(Long.class)
                        .one())
                .expectNext(0L)
                .verifyComplete();
        listed().path("partner.apiKeys.nodes[0].name").entity(String.class).isEqualTo("feed");
    }

    @Test
    void rememberWhenTheyWereUsed() {
        String key = key(null);
        listed().path("partner.apiKeys.nodes[0].lastUsedAt").valueIsNull();
        asked(key);
        listed().path("partner.apiKeys.nodes[0].lastUsedAt").hasValue();
    }

    @Test
    void areGoodUntilTheyExpireOrAreWithdrawn() {
        String expiring = key(Instant.now().plus(Duration.ofHours(1)).toString());
        assertThat(isActive(expiring)).isTrue();
        clock.putForward(Duration.ofHours(2));
        assertThat(isActive(expiring)).isFalse();
        clock.putForward(Duration.ZERO);
        String key = key(null);
        admin.document("mutation($id: ID!) { apiKeyRevoke(id: $id) { apiKey { revokedAt } userErrors { code } } }")
                .variable("id", key.substring(0, 30))
                .execute()
                .path("apiKeyRevoke.apiKey.revokedAt")
                .hasValue();
        assertThat(isActive(key)).isFalse();
    }

    @Test
    void areRefusedWhenSpoilt() {
        String key = key(null);
        for (String spoilt : List.of(
                key + "x",
                key.substring(0, key.length() - 1),
                key.substring(0, 31),
                key.substring(0, 30),
                "afk_",
                "afk_01h455vb4pex5vsknk084sn02q_" + key.substring(31),
                key.toUpperCase(),
                "afk_' or true --" + key)) {
            assertThat(isActive(spoilt)).as(spoilt).isFalse();
        }
        assertThat(isActive(key)).isTrue();
    }

    @Test
    void areForGatewaysToAskAbout() {
        String key = key(null);
        var other = Secret.random();
        var stranger = dance.confidentialClient(other);
        assertThat(dance.post("/oauth/introspect", Map.of("token", key), Dance.basic(stranger, other))
                        .json()
                        .toString())
                .isEqualTo("{\"active\":false}");
    }

    @Test
    void stopWithTheirPartner() {
        String key = key(null);
        var client = run(
                "oauthClientCreate",
                "OAuthClientInput",
                Map.of(
                        "name",
                        "feed",
                        "grants",
                        List.of("CLIENT_CREDENTIALS"),
                        "scopes",
                        List.of("catalog:read"),
                        "partnerId",
                        partner),
                "client { clientId } clientSecret");
        String id = client.path("result.client.clientId").entity(String.class).get();
        String clientSecret =
                client.path("result.clientSecret").entity(String.class).get();
        assertThat(tokenFor(id, clientSecret).status()).isEqualTo(200);
        admin.document("mutation($id: ID!) { partnerStatusSet(id: $id, status: SUSPENDED) { partner { status } } }")
                .variable("id", partner)
                .execute()
                .path("partnerStatusSet.partner.status")
                .entity(String.class)
                .isEqualTo("SUSPENDED");
        assertThat(isActive(key)).isFalse();
        assertThat(tokenFor(id, clientSecret).error()).isEqualTo("invalid_client");
    }

    @Test
    void programsCanBeShutOut() {
        var client = run(
                "oauthClientCreate",
                "OAuthClientInput",
                Map.of("name", "feed", "grants", List.of("CLIENT_CREDENTIALS"), "scopes", List.of("catalog:read")),
                "client { clientId grants } clientSecret");
        String id = client.path("result.client.clientId").entity(String.class).get();
        String clientSecret =
                client.path("result.clientSecret").entity(String.class).get();
        admin.document("mutation($id: String!) { oauthClientDisable(clientId: $id) { client { clientId } } }")
                .variable("id", id)
                .execute()
                .path("oauthClientDisable.client.clientId")
                .entity(String.class)
                .isEqualTo(id);
        assertThat(tokenFor(id, clientSecret).error()).isEqualTo("invalid_client");
    }

    @Test
    void refuseBadInput() {
        assertThat(codes(run(
                        "apiKeyCreate",
                        "ApiKeyInput",
                        Map.of(
                                "partnerId",
                                "partner_01h455vb4pex5vsknk084sn02q",
                                "name",
                                "x",
                                "scopes",
                                List.of("catalog:read")),
                        "apiKey { id }")))
                .containsExactly("NOT_FOUND");
        assertThat(codes(run(
                        "apiKeyCreate",
                        "ApiKeyInput",
                        Map.of(
                                "partnerId",
                                "x",
                                "name",
                                " ",
                                "scopes",
                                List.of("account"),
                                "expiresAt",
                                "2020-01-01T00:00:00Z"),
                        "apiKey { id }")))
                .containsExactly("INVALID", "INVALID", "INVALID", "INVALID");
        assertThat(codes(run(
                        "partnerCreate", "PartnerInput", Map.of("name", "", "contactEmail", "x"), "partner { id }")))
                .containsExactly("INVALID", "INVALID");
        assertThat(codes(run(
                        "oauthClientCreate",
                        "OAuthClientInput",
                        Map.of(
                                "name",
                                "x",
                                "grants",
                                List.of("AUTHORIZATION_CODE", "CLIENT_CREDENTIALS"),
                                "confidential",
                                false,
                                "redirectUris",
                                List.of("http://evil.test"),
                                "scopes",
                                List.of("account")),
                        "client { clientId }")))
                .containsExactly("INVALID", "INVALID", "INVALID");
    }

    private String key(@org.jspecify.annotations.Nullable String expiresAt) {
        var input = new HashMap<String, Object>(
                Map.of("partnerId", partner, "name", "feed", "scopes", List.of("orders:read", "catalog:read")));
        if (expiresAt != null) {
            input.put("expiresAt", expiresAt);
        }
        return run("apiKeyCreate", "ApiKeyInput", input, "secret")
                .path("result.secret")
                .entity(String.class)
                .get();
    }

    private Response listed() {
        return admin.document("query($id: ID!) { partner(id: $id) { apiKeys { nodes { name lastUsedAt } } } }")
                .variable("id", partner)
                .execute();
    }

    private Response run(String mutation, String type, Map<String, Object> input, String fields) {
        return admin.document("mutation($input: " + type + "!) { result: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field message } } }")
                .variable("input", input)
                .execute();
    }

    private static List<String> codes(Response answer) {
        return answer.path("result.userErrors[*].code").entityList(String.class).get();
    }

    private Dance.Answer tokenFor(String client, String clientSecret) {
        return dance.post(
                "/oauth/token",
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", clientSecret),
                null);
    }

    private boolean isActive(String key) {
        return asked(key).json().path("active").asBoolean();
    }

    private Dance.Answer asked(String key) {
        return dance.post("/oauth/introspect", Map.of("token", key), Dance.basic(gateway, secret));
    }
}
