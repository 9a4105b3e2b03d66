package io.asyncflow.ai.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.AiSubgraph;
import io.asyncflow.ai.catalog.FakeCatalog;
import io.asyncflow.ai.catalog.Shop;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Starting while the catalogue is away: the first time, and once it was read. */
@SubgraphTest
@FreshDatabase
@TestPropertySource(properties = "asyncflow.ai.catalog.first-interval=20ms")
class ColdStartIT {

    private static final FakeCatalog CATALOG = FakeCatalog.of(Shop.PRODUCTS);

    static {
        CATALOG.away(true);
    }

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private LiveIndex index;

    @Autowired
    private Environment settings;

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        properties.add("asyncflow.ai.catalog.url", CATALOG::url);
    }

    @AfterAll
    static void close() {
        CATALOG.close();
    }

    @Test
    void isReadyOnceTheCatalogueWasReadAndStaysSo() {
        http.get().uri("/readiness").exchange().expectStatus().isEqualTo(503);
        graph.document("{ productRecommendations(productId: \"%s\") { id } }".formatted(Shop.TEAPOT.id()))
                .execute()
                .path("productRecommendations")
                .valueIsNull();

        CATALOG.away(false);
        Eventually.indexed(index, Shop.PRODUCTS.size());
        Eventually.so(() -> ready(http));
        CATALOG.away(true);

        assertThat(ready(http)).isTrue();
        restartWithoutCatalogue();
    }

    private void restartWithoutCatalogue() {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--asyncflow.postgres.database=" + settings.getRequiredProperty("asyncflow.postgres.database"),
                "--asyncflow.ai.catalog.url=" + CATALOG.url(),
                "--REDIS_URL=" + TestServers.redisUrl()));
        TestServers.postgres().settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        try (var restarted = AiSubgraph.SERVICE.run(arguments.toArray(String[]::new))) {
            String port = restarted.getEnvironment().getProperty("local.server.port");
            var client = WebTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + port)
                    .build();
            Eventually.indexed(restarted.getBean(LiveIndex.class), Shop.PRODUCTS.size());
            assertThat(ready(client)).isTrue();
        }
    }

    private static boolean ready(WebTestClient client) {
        return client.get()
                .uri("/readiness")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }
}
