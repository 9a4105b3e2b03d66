package io.asyncflow.ai.recommendation;

import static io.asyncflow.ai.catalog.Shop.GIFT_CARD;
import static io.asyncflow.ai.catalog.Shop.LINEN_CUSHION;
import static io.asyncflow.ai.catalog.Shop.LINEN_THROW;
import static io.asyncflow.ai.catalog.Shop.SOLD_OUT_CUSHION;
import static io.asyncflow.ai.catalog.Shop.STRIPED_CUSHION;
import static io.asyncflow.ai.catalog.Shop.TEACUPS;
import static io.asyncflow.ai.catalog.Shop.TEAPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.Shop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

class RecommendationsIT extends ShopScenario {

    @Autowired
    private WebTestClient http;

    @Test
    void recommendsRelatedProducts() {
        assertThat(recommended(LINEN_CUSHION, "first: 2")).containsExactly(id(STRIPED_CUSHION), id(LINEN_THROW));
    }

    @Test
    void recommendsComplementaryProducts() {
        assertThat(recommended(Shop.GREEN_TEA, "intent: COMPLEMENTARY, first: 2"))
                .containsExactlyInAnyOrder(id(TEAPOT), id(TEACUPS));
        assertThat(recommended(GIFT_CARD, "intent: COMPLEMENTARY")).isEmpty();
    }

    @Test
    void fallsBackToTheDefaultsForNull() {
        assertThat(recommended(LINEN_CUSHION, "first: null, intent: null"))
                .isEqualTo(recommended(LINEN_CUSHION, "first: 10, intent: RELATED"))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void recommendsNothingSoldOut() {
        assertThat(recommended(STRIPED_CUSHION, "first: 50")).doesNotContain(id(SOLD_OUT_CUSHION));
        assertThat(recommended(SOLD_OUT_CUSHION, "first: 1")).containsExactly(id(LINEN_CUSHION));
    }

    @Test
    void tellsHowAndWhy() {
        var set = similar(TEAPOT, 1);

        assertThat(set.strategy()).isEqualTo("content-similarity");
        assertThat(set.degraded()).isFalse();
        assertThat(set.generatedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(set.items()).singleElement().satisfies(item -> {
            assertThat(item.product().id()).isEqualTo(id(TEACUPS));
            assertThat(item.reason()).isEqualTo("SIMILAR_CONTENT");
            assertThat(item.explanation()).isEqualTo("Both: material porcelain, occasion tea time, handmade");
            assertThat(item.score()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void namesTheSameThingTheSame() {
        var set = similar(TEAPOT, 3);
        var shorter = similar(TEAPOT, 2);

        assertThat(set.id()).startsWith("recommendation_set_");
        assertThat(similar(TEAPOT, 3).id()).isEqualTo(set.id());
        assertThat(shorter.id()).isNotEqualTo(set.id());
        assertThat(shorter.items()).isEqualTo(set.items().subList(0, 2));
    }

    @Test
    void followsFromProductToProduct() {
        graph.document("""
                        {
                          productRecommendations(productId: "%s", first: 1) {
                            similar(first: 1) { items { product { similar(first: 1) { items { score } } } } }
                          }
                        }""".formatted(id(TEAPOT)))
                .execute()
                .path("productRecommendations[0].similar.items[0].product.similar.items[0].score")
                .entity(Double.class)
                .matches(score -> score > 0);
    }

    @Test
    void answersNullForAnUnknownProduct() {
        graph.document("{ productRecommendations(productId: \"%s\") { id } }".formatted(UNKNOWN))
                .execute()
                .path("productRecommendations")
                .valueIsNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "product_",
                "teapot",
                "product_teapot",
                "product_01h455vb4pex5vsknk084sn02",
                "product_01h455vb4pex5vsknk084sn02qq",
                "product_81h455vb4pex5vsknk084sn02q",
                "PRODUCT_01h455vb4pex5vsknk084sn02q",
                "order_01h455vb4pex5vsknk084sn02q",
                "product_01h455vb4pex5vsknk084sn02\u0000",
                "product_01h455vb4pex5vsknk084sn02김"
            })
    void refusesWhatIsNoProductId(String id) {
        assertRefused("productId", id, 1);
    }

    @Test
    void refusesAnEndlessId() {
        assertRefused("productId", "product_" + "0".repeat(100_000), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51, 250, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesAbsurdNumbers(int first) {
        assertRefused("first", id(TEAPOT), first);
        entities("similar(first: %d) { id }".formatted(first), List.of(representation(id(TEAPOT))))
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
                    assertThat(error.getExtensions()).containsEntry("argument", "first");
                }))
                .path("_entities[0].similar")
                .valueIsNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "productRecommendations { id }",
                "productRecommendations(productId: null) { id }",
                "productRecommendations(productId: \"x\", intent: BORED) { id }",
                "productRecommendations(productId: \"x\", first: 2147483648) { id }",
                "productRecommendations(productId: \"x\", first: \"ten\") { id }"
            })
    void refusesWhatTheSchemaForbids(String field) {
        graph.document("{ " + field + " }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .isNotEmpty()
                        .allSatisfy(error ->
                                assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED")));
    }

    @Test
    void refusesAnAnswerWithoutEnd() {
        String fifty = "similar(first: 50) { items { product { ";
        String operation = "{ productRecommendations(productId: \"%s\", first: 50) { ".formatted(id(TEAPOT))
                + fifty.repeat(4) + "id" + " } } }".repeat(4) + " } }";

        graph.document(operation)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error ->
                                assertThat(error.getExtensions()).containsEntry("code", "OPERATION_TOO_COSTLY")));
    }

    @Test
    void isReadyAndSaysSo() {
        http.get()
                .uri("/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.catalogReadModel.status")
                .isEqualTo("UP");
    }

    private void assertRefused(String argument, String id, int first) {
        graph.document("""
                        query($id: ID!, $first: Int) { productRecommendations(productId: $id, first: $first) { id } }
                        """)
                .variable("id", id)
                .variable("first", first)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
                    assertThat(error.getExtensions()).containsEntry("argument", argument);
                    assertThat(error.getMessage()).startsWith(argument + " ").hasSizeLessThan(200);
                }))
                .path("productRecommendations")
                .valueIsNull();
    }
}
