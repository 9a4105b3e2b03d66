package io.asyncflow.user;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Somebody at the door of a running user subgraph. */
public record Visitor(HttpGraphQlTester graph) {

    public static final String PASSWORD = "correct horse battery";

    private static final String PAYLOAD =
            "{ accessToken expiresAt user { id email displayName roles createdAt } userErrors { field message code } }";

    public static Visitor at(ConfigurableApplicationContext subgraph) {
        return new Visitor(HttpGraphQlTester.create(WebTestClient.bindToServer()
                .baseUrl(address(subgraph) + "/graphql")
                .build()));
    }

    public static String address(ConfigurableApplicationContext subgraph) {
        return "http://localhost:" + subgraph.getEnvironment().getRequiredProperty("local.server.port");
    }

    public static String anyEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    public Visitor with(String token) {
        return new Visitor(
                graph.mutate().headers(headers -> headers.setBearerAuth(token)).build());
    }

    public Response register(String email, String password) {
        return register(Map.of("email", email, "password", password));
    }

    public Response register(Map<String, Object> input) {
        return graph.document("mutation($input: CustomerInput!) { customerCreate(input: $input) " + PAYLOAD + " }")
                .variable("input", new HashMap<>(input))
                .execute();
    }

    public Response signIn(String email, String password) {
        return graph.document("mutation($email: String!, $password: String!) {"
                        + " customerAccessTokenCreate(email: $email, password: $password) " + PAYLOAD + " }")
                .variable("email", email)
                .variable("password", password)
                .execute();
    }

    /** The access token of a new account. */
    public String registered() {
        return register(anyEmail(), PASSWORD)
                .path("customerCreate.accessToken")
                .entity(String.class)
                .get();
    }

    public Response me() {
        return graph.document("{ me { id email displayName roles createdAt } }").execute();
    }
}
