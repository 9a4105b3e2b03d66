package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.FakeCatalog;
import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.ai.catalog.Shop;
import io.asyncflow.testing.SubgraphTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A running subgraph that has read the catalogue of the {@link Shop}, once: no test meets another round. */
@SubgraphTest
@TestPropertySource(properties = "asyncflow.ai.catalog.poll-interval=1h")
abstract class ShopScenario {

    static final String UNKNOWN = "product_01h455vb4pex5vsknk084sn02q";

    private static final FakeCatalog CATALOG = FakeCatalog.of(Shop.PRODUCTS);

    @Autowired
    HttpGraphQlTester graph;

    @Autowired
    LiveIndex index;

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        properties.add("asyncflow.ai.catalog.url", CATALOG::url);
    }

    @BeforeEach
    void indexed() {
        Eventually.indexed(index, Shop.PRODUCTS.size());
    }

    List<String> recommended(ProductProfile product, String arguments) {
        return graph.document(
                        "{ productRecommendations(productId: \"%s\", %s) { id } }".formatted(id(product), arguments))
                .execute()
                .path("productRecommendations[*].id")
                .entityList(String.class)
                .get();
    }

    /** A {@code RecommendationSet} as a client sees it. */
    record Shown(String id, List<Item> items, String strategy, boolean degraded, Instant generatedAt) {

        record Item(String id, Of product, double score, String reason, String explanation) {}

        record Of(String id) {}

        List<String> products() {
            return items.stream().map(item -> item.product().id()).toList();
        }
    }

    /** What stands beside the product, found as the gateway finds it. */
    Shown similar(ProductProfile product, int first) {
        String selection =
                "similar(first: %d) { id strategy degraded generatedAt items { id score reason explanation product { id } } }";
        return entities(selection.formatted(first), List.of(representation(id(product))))
                .path("_entities[0].similar")
                .entity(Shown.class)
                .get();
    }

    GraphQlTester.Response entities(String selection, List<?> representations) {
        return graph.document("""
                        query($representations: [_Any!]!) {
                          _entities(representations: $representations) { ... on Product { %s } }
                        }""".formatted(selection))
                .variable("representations", representations)
                .execute();
    }

    static Map<String, Object> representation(Object id) {
        return Map.of("__typename", "Product", "id", id);
    }

    static String id(ProductProfile product) {
        return product.id().toString();
    }
}
