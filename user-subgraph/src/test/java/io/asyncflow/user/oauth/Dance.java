package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.Visitor.SignedIn;
import io.asyncflow.user.session.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps that a client takes with us, one by one, so that a test can take a wrong one. */
final class Dance {

    /** What a program's call came to. */
    record Answer(int status, HttpHeaders headers, JsonNode json) {

        String text(String name) {
            return json.path(name).asString("");
        }

        String error() {
            return text("error");
        }
    }

    static final String CALLBACK = "https://client.test/callback?tenant=1";
    static final CodeVerifier VERIFIER = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token", "client_credentials");
    static final Set<String> SCOPES =
            Set.of("openid", "profile", "email", "profile:read", "orders:read", "catalog:read");

    final Browser browser;
    final String email = Visitor.anyEmail();
    private final Visitor visitor;
    private final WebTestClient http;
    private final Clients clients;

    Dance(WebTestClient http, HttpGraphQlTester graph, Clients clients) {
        this.http = http;
        this.clients = clients;
        this.browser = new Browser(http);
        this.visitor = new Visitor(graph);
        visitor.register(email, Visitor.PASSWORD);
    }

    Client publicClient() {
        return added(Optional.empty(), false, Set.of("authorization_code", "refresh_token"), SCOPES);
    }

    Client confidentialClient(Secret secret) {
        return added(Optional.of(secret), false, GRANTS, SCOPES);
    }

    Client introspector(Secret secret) {
        return added(Optional.of(secret), true, Set.of(), Set.of());
    }

    Client added(Optional<Secret> secret, boolean introspects, Set<String> grants, Set<String> scopes) {
        return added(new Client(
                "test-" + UUID.randomUUID(),
                "A <b>client</b>",
                secret.map(Secret::hash),
                false,
                introspects,
                Set.of(CALLBACK, "http://127.0.0.1/native"),
                grants,
                scopes,
                Optional.empty()));
    }

    Client added(Client client) {
        StepVerifier.create(clients.add(client)).expectNext(true).verifyComplete();
        return client;
    }

    Map<String, String> request(Client client) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.id());
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", "openid profile orders:read");
        parameters.put("state", "xyz");
        parameters.put("nonce", "n-0S6_WzA2Mj");
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    static String challenge(CodeVerifier verifier) {
        return CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** All of the pages, as a user who agrees. */
    Browser.Page consented(Map<String, String> request) {
        var page = browser.signIn(browser.open(query(request)), email, Visitor.PASSWORD);
        return page.location().isPresent() ? page : browser.decide(page, "allow");
    }

    /** Elsewhere, by the owner. */
    void signOutEverywhere() {
        var token = SignedIn.of(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate");
        visitor.with(token.accessToken())
                .graph()
                .document("mutation { signOutEverywhere { userErrors { code } } }")
                .executeAndVerify();
    }

    String code(Client client) {
        return consented(request(client)).parameter("code");
    }

    Map<String, String> redemption(Client client, String code) {
        var form = new HashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", client.id());
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("code_verifier", VERIFIER.getValue());
        return form;
    }

    Answer tokens(Client client) {
        return post("/oauth/token", redemption(client, code(client)), null);
    }

    Answer refreshed(Client client, String refreshToken) {
        return post(
                "/oauth/token",
                Map.of("grant_type", "refresh_token", "client_id", client.id(), "refresh_token", refreshToken),
                null);
    }

    Answer post(String path, Map<String, String> form, @Nullable String basic) {
        return post(path, query(form), MediaType.APPLICATION_FORM_URLENCODED, basic);
    }

    Answer post(String path, String body, MediaType type, @Nullable String basic) {
        var result = http.post()
                .uri(path)
                .contentType(type)
                .headers(headers -> {
                    if (basic != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, "Basic " + basic);
                    }
                })
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        String json = Objects.requireNonNullElse(result.getResponseBody(), "");
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders(),
                JsonMapper.shared().readTree(json.isEmpty() ? "{}" : json));
    }

    static String basic(Client client, Secret secret) {
        return HttpHeaders.encodeBasicAuth(client.id(), secret.text(), StandardCharsets.UTF_8);
    }

    /** Whether the user subgraph lets the token in. */
    boolean opens(String token) {
        return http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }

    static List<String> scopes(Answer answer) {
        return List.of(answer.text("scope").split(" "));
    }
}
