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

    /** What somebody has who is signed in. */
    public record SignedIn(String accessToken, String refreshToken) {

        public static SignedIn of(Response answer, String mutation) {
            return new SignedIn(text(answer, mutation + ".accessToken"), text(answer, mutation + ".refreshToken"));
        }

        private static String text(Response answer, String path) {
            return answer.path(path).entity(String.class).get();
        }
    }

    private static final String PAYLOAD =
            "{ accessToken expiresAt refreshToken refreshTokenExpiresAt user { id email displayName roles createdAt } verificationRequired userErrors { field message code } }";

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

    public Response refresh(String token) {
        return graph.document("mutation($token: String!) { tokenRefresh(refreshToken: $token) " + PAYLOAD + " }")
                .variable("token", token)
                .execute();
    }

    /** Follows the link of a mail. */
    public Response verify(String token) {
        return graph.document("mutation($token: String!) {"
                        + " emailVerify(token: $token) { user { id } userErrors { code } } }")
                .variable("token", token)
                .execute();
    }

    public void signOut() {
        graph.document("mutation { signOut { userErrors { code } } }").executeAndVerify();
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
