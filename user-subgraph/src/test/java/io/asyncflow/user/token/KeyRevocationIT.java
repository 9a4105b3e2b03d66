package io.asyncflow.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.identity.Role;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.Visitor;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A stolen key is withdrawn through the graph. */
@RunningSubgraph
@FreshDatabase
class KeyRevocationIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Test
    void endsWhatTheKeyHasSignedAtOnce() throws ParseException {
        String email = Visitor.anyEmail();
        String old = new Visitor(graph)
                .register(email, Visitor.PASSWORD)
                .path("customerCreate.accessToken")
                .entity(String.class)
                .get();
        String stolen = SignedJWT.parse(old).getHeader().getKeyID();
        assertThat(status(old)).isEqualTo(200);
        assertThat(published()).contains(stolen);

        var answer = Shopper.with(Role.ADMIN, graph, database)
                .asks("mutation { signingKeyRevoke(keyId: \"" + stolen + "\") { revokedKeyId userErrors { code } } }");
        answer.path("signingKeyRevoke.userErrors").entityList(Object.class).hasSize(0);
        answer.path("signingKeyRevoke.revokedKeyId").entity(String.class).isEqualTo(stolen);

        assertThat(status(old)).isEqualTo(401);
        assertThat(published()).isNotEmpty().doesNotContain(stolen);
        String next = new Visitor(graph)
                .signIn(email, Visitor.PASSWORD)
                .path("customerAccessTokenCreate.accessToken")
                .entity(String.class)
                .get();
        assertThat(published()).contains(SignedJWT.parse(next).getHeader().getKeyID());
        assertThat(status(next)).isEqualTo(200);
    }

    private int status(String token) {
        return http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private List<String> published() {
        var kids = new ArrayList<String>();
        http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody()
                .jsonPath("$.keys[*].kid")
                .value((List<String> found) -> kids.addAll(found));
        return kids;
    }
}
