package io.asyncflow.order.offer;

import static io.asyncflow.order.Shelf.product;
import static io.asyncflow.order.Shelf.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.order.StandInCatalog;
import io.asyncflow.order.StandInCatalog.Product;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.SubgraphTest;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The life of a service whose catalogue comes up late, loses a product, and goes away again. */
@SubgraphTest
@FreshDatabase
@TestPropertySource(
        properties = {
            "asyncflow.order.catalog.poll=100ms",
            "asyncflow.order.catalog.first-poll=100ms",
            "asyncflow.order.catalog.full-read=1s"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogReadinessIT {

    private static final StandInCatalog CATALOG = new StandInCatalog();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Product MUG = product("Mug", variant("MUG", "Default Title", "12000", "8.99"));

    static {
        CATALOG.put(MUG);
        CATALOG.put(product("Tea", variant("TEA", "Default Title", "9000", "6.99")));
        CATALOG.misbehave(() -> Mono.error(new IllegalStateException("not up yet")));
    }

    @Autowired
    WebTestClient http;

    @Autowired
    OfferTable offers;

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        properties.add("asyncflow.order.catalog.url", CATALOG::url);
    }

    private int readiness() {
        return http.get()
                .uri("/readiness")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private boolean vanished() {
        var id = VariantId.parse("id", MUG.variants().getFirst().id());
        return Objects.requireNonNull(
                        Objects.requireNonNull(offers.find(Set.of(id)).block(Follow.PATIENCE))
                                .get(id))
                .vanished();
    }

    @Test
    @Order(1)
    void isAliveButNotReadyBeforeTheCatalogueWasRead() {
        http.get()
                .uri("/readiness")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.components.catalogReadModel.status")
                .isEqualTo("OUT_OF_SERVICE")
                .jsonPath("$.components.r2dbc.status")
                .isEqualTo("UP");
        http.get().uri("/health/liveness").exchange().expectStatus().isOk();
    }

    @Test
    @Order(2)
    void isReadyOnceTheCatalogueWasRead() {
        CATALOG.behave();

        await().atMost(LONG).until(this::readiness, status -> status == 200);
        assertThat(vanished()).isFalse();
    }

    @Test
    @Order(3)
    void noticesWhatTheCatalogueDoesNotHaveAnyMore() {
        CATALOG.drop(MUG.id());
        await().atMost(LONG).until(this::vanished);

        CATALOG.put(MUG);
        await().atMost(LONG).until(() -> !vanished());
    }

    @Test
    @Order(4)
    void staysReadyWhenTheCatalogueGoesAway() {
        CATALOG.misbehave(() -> Mono.error(new IllegalStateException("down")));
        CATALOG.forget();

        await().atMost(LONG).until(() -> CATALOG.asked().size() > 3);
        assertThat(readiness()).isEqualTo(200);
        assertThat(vanished()).isFalse();
    }
}
