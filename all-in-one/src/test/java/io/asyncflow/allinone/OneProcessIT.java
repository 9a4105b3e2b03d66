package io.asyncflow.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.embedded.Ports;
import io.asyncflow.testing.TestServers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Five services in one JVM do not get into each other's way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneProcessIT {

    private static final Map<String, ConfigurableApplicationContext> CONTEXTS = new LinkedHashMap<>();
    private static List<Member> members;

    @BeforeAll
    static void startAll() {
        var ports = new HashMap<String, String>();
        for (Member member : Member.all(Map.of())) {
            ports.put(member.portVariable(), Integer.toString(Ports.anyFree()));
        }
        members = Member.all(ports);
        String suffix = "_" + Long.toString(System.currentTimeMillis(), 36);
        String[] settings = new Settings(TestServers.postgres(), TestServers.redisUrl(), members).arguments();
        for (Member member : members) {
            member.database().ifPresent(name -> TestServers.postgres().createDatabase(name + suffix));
            String[] arguments = member.arguments(settings);
            String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] =
                    "--asyncflow.postgres.database=" + member.database().orElse("") + suffix;
            CONTEXTS.put(member.name(), member.service().runBesideOthers(all));
        }
        Health.awaitReady(members);
    }

    @AfterAll
    static void closeAll() {
        CONTEXTS.values().forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void eachPublishesItsOwnMetricsUnderItsOwnName() {
        for (Member member : members) {
            assertThat(metrics(member)).contains("service=\"" + member.name() + "\"");
            members.stream()
                    .filter(other -> other != member)
                    .forEach(other -> assertThat(metrics(member)).doesNotContain("service=\"" + other.name() + "\""));
        }
    }

    @Test
    void eachServesItsOwnSchemaOnly() {
        var owned = Map.of(
                "catalog",
                "type Menu",
                "order",
                "type CartLine",
                "user",
                "type AuthPayload",
                "ai",
                "type RecommendationSet");
        owned.forEach((name, ownType) -> {
            String sdl = graph(name, "{ _service { sdl } }");
            assertThat(sdl).contains(ownType).doesNotContain("ErrorDetail");
            owned.values().stream()
                    .filter(type -> !type.equals(ownType))
                    .forEach(foreign -> assertThat(sdl).as(name).doesNotContain(foreign + " "));
        });
    }

    @Test
    void theGatewayTakesNothingFromTheSubgraphsLibraries() {
        var gateway = context("gateway");

        assertThat(gateway.getBeanNamesForType(io.r2dbc.spi.ConnectionFactory.class))
                .isEmpty();
        assertThat(gateway.getBeanNamesForType(graphql.GraphQL.class)).isEmpty();
        assertThat(gateway.getBeanNamesForType(org.flywaydb.core.Flyway.class)).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void closingOneLeavesTheOthersAlive() {
        context("ai").close();

        assertThat(Health.readiness(member("ai").address())).isEqualTo("no answer");
        assertThat(graph("gateway", "{ products(first: 1) { nodes { id similar { degraded } } } }"))
                .contains("product_", "\"similar\":null", "\"code\":\"SUBGRAPH_UNREACHABLE\"");

        context("gateway").close();

        assertThat(graph("catalog", "{ products(first: 1) { nodes { id } } }")).contains("product_");
        assertThat(graph("order", "mutation { cartCreate(input: {}) { cart { id } } }"))
                .contains("cart");
        assertThat(graph("user", "{ me { id } }")).contains("me");
    }

    private static ConfigurableApplicationContext context(String name) {
        return Objects.requireNonNull(CONTEXTS.get(name));
    }

    private static Member member(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String metrics(Member member) {
        return body(client(member)
                .get()
                .uri("/metrics")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult());
    }

    private static String graph(String name, String query) {
        return body(client(member(name))
                .post()
                .uri("/graphql")
                .bodyValue(Map.of("query", query))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult());
    }

    private static String body(EntityExchangeResult<String> result) {
        return Objects.requireNonNull(result.getResponseBody());
    }

    private static WebTestClient client(Member member) {
        return WebTestClient.bindToServer().baseUrl(member.address()).build();
    }
}
