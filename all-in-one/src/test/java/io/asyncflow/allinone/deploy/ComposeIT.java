package io.asyncflow.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.embedded.Ports;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import tools.jackson.databind.json.JsonMapper;

/** The distributed mode, rehearsed without a container engine: see {@link Rehearsal}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisabledIfEnvironmentVariable(
        named = "POSTGRES_HOST",
        matches = ".+",
        disabledReason = "makes databases under their real names, so it needs a server of its own")
class ComposeIT {

    private static final Deployment DEPLOYMENT = Deployment.of(Repository.here());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Map<String, String> secrets;
    private static Rehearsal rehearsal;

    @BeforeAll
    static void start() throws Exception {
        Path libraries = DEPLOYMENT.repository().root().resolve("all-in-one/target/lib");
        assertThat(libraries).as("the libraries that 'mvn package' gathers").isDirectory();
        secrets = NewSecrets.made(DEPLOYMENT.repository().root());
        rehearsal = new Rehearsal(DEPLOYMENT, secrets);
        rehearsal.start(libraries.resolveSibling("rehearsal"), libraries);
    }

    @AfterAll
    static void stop() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    @Test
    @Order(1)
    void everyServiceBecomesHealthy() {
        var script = DEPLOYMENT.repository().root().resolve(Deployment.HEALTH_SCRIPT);
        rehearsal
                .running()
                .forEach((name, service) -> await(name)
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(250))
                        .failFast(() -> assertThat(service.process().isAlive())
                                .as(service.logged())
                                .isTrue())
                        .until(() -> service.isHealthy(script)));
    }

    @Test
    @Order(2)
    void aServiceThatIsNotThereIsNotHealthy() {
        var script = DEPLOYMENT.repository().root().resolve(Deployment.HEALTH_SCRIPT);
        var gateway = rehearsal.service("gateway");
        var elsewhere = Map.of("SERVER_PORT", Integer.toString(Ports.anyFree()));

        assertThat(new RunningService(gateway.process(), elsewhere, gateway.log()).isHealthy(script))
                .isFalse();
    }

    @Test
    @Order(3)
    void subgraphsBelieveTokensThatTheUserSubgraphsKeySigned() throws Exception {
        ECKey known = ECKey.parse(secrets.get("ASYNCFLOW_SIGNING_KEY"));
        ECKey unknown = new ECKeyGenerator(Curve.P_256).generate();
        for (String subgraph : subgraphs()) {
            assertThat(ask(subgraph, "{ __typename }", token(known)).statusCode())
                    .as(subgraph)
                    .isEqualTo(200);
            assertThat(ask(subgraph, "{ __typename }", token(unknown)).statusCode())
                    .as(subgraph)
                    .isEqualTo(401);
        }
    }

    @Test
    @Order(3)
    void productionTellsNothingOfTheSchema() throws Exception {
        String token = token(ECKey.parse(secrets.get("ASYNCFLOW_SIGNING_KEY")));
        for (String subgraph : subgraphs()) {
            assertThat(ask(subgraph, "{ __schema { queryType { name } } }", token)
                            .body())
                    .as(subgraph)
                    .contains("\"errors\"")
                    .doesNotContain("\"queryType\"");
        }
    }

    @Test
    @Order(3)
    void theGatewayAnswersFromTheOthersAndKeepsTheSchemaToItself() throws Exception {
        String token = token(ECKey.parse(secrets.get("ASYNCFLOW_SIGNING_KEY")));

        assertAnswer(
                "gateway",
                "{ products(first: 1) { nodes { id } } me { id } }",
                token,
                "{\"data\":{\"products\":{\"nodes\":[]},\"me\":null}}");
        assertAnswer(
                "gateway",
                "mutation { cartCreate { cart { totalQuantity } } }",
                token,
                "{\"data\":{\"cartCreate\":{\"cart\":{\"totalQuantity\":0}}}}");
        assertThat(ask("gateway", "{ __schema { queryType { name } } }", token).body())
                .contains("\"errors\"")
                .doesNotContain("\"queryType\"");
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://localhost:" + rehearsal.port("gateway") + "/graphiql"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void productionStartsWithAnEmptyShop() throws Exception {
        String token = token(ECKey.parse(secrets.get("ASYNCFLOW_SIGNING_KEY")));

        assertAnswer(
                "catalog",
                "{ products(first: 1) { nodes { id } } }",
                token,
                "{\"data\":{\"products\":{\"nodes\":[]}}}");
    }

    @Test
    @Order(4)
    void stopsInTimeAndHasLoggedNothingButJson() throws Exception {
        for (var container : DEPLOYMENT.composeFile().ours()) {
            var service = rehearsal.service(container.name());

            assertThat(service.stop(container.stopGracePeriod()))
                    .as(container.name())
                    .isTrue();
            assertThat(service.logged().lines().filter(line -> !line.startsWith("NOTE: Picked up")))
                    .as(container.name())
                    .hasSizeGreaterThanOrEqualTo(subgraphs().contains(container.name()) ? 1 : 0)
                    .allMatch(line -> line.startsWith("{")
                            && JsonMapper.shared().readTree(line).hasNonNull("level"));
        }
    }

    private static List<String> subgraphs() {
        return DEPLOYMENT.composeFile().ours().stream()
                .filter(container -> container.environment().containsKey("POSTGRES_HOST"))
                .map(Container::name)
                .toList();
    }

    private static String token(ECKey key) throws Exception {
        ECKey named = new ECKey.Builder(key).keyIDFromThumbprint().build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(named.getKeyID())
                .build();
        var jwt = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(rehearsal.service("user").environment().get("ASYNCFLOW_ISSUER"))
                        .audience(TestTokens.AUDIENCE)
                        .subject(new UserId(UUID.randomUUID()).toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        jwt.sign(new ECDSASigner(named));
        return jwt.serialize();
    }

    private static void assertAnswer(String service, String query, String token, String answer) throws Exception {
        assertThat(ask(service, query, token).body()).as(service).isEqualTo(answer);
    }

    private static HttpResponse<String> ask(String subgraph, String query, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + rehearsal.port(subgraph) + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("query", query))))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
