package io.asyncflow.ai.recommendation;

import static io.asyncflow.ai.catalog.Shop.LINEN_CUSHION;
import static io.asyncflow.ai.catalog.Shop.STRIPED_CUSHION;
import static io.asyncflow.ai.catalog.Shop.TEACUPS;
import static io.asyncflow.ai.catalog.Shop.TEAPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.Shop;
import io.asyncflow.testing.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;

class ProductEntityIT extends ShopScenario {

    private static final int MOST_REPRESENTATIONS = 250;

    @Autowired
    private StatementCounter sql;

    @Test
    void addsToTheCataloguesProducts() {
        entities("id similar(first: 1) { items { product { id } } }", List.of(representation(id(TEAPOT))))
                .path("_entities[0].id")
                .entity(String.class)
                .isEqualTo(id(TEAPOT))
                .path("_entities[0].similar.items[0].product.id")
                .entity(String.class)
                .isEqualTo(id(TEACUPS));
    }

    @Test
    void asksTheDatabaseNothingAboutProductsThatItKnows() {
        var known = representations(index -> id(Shop.PRODUCTS.get(index % Shop.PRODUCTS.size())));
        sql.reset();

        entities("similar { items { score } }", known)
                .path("_entities[*].similar")
                .entityList(Object.class)
                .hasSize(MOST_REPRESENTATIONS);

        assertThat(profileStatements()).isEmpty();
    }

    @Test
    void asksTheDatabaseOnceAboutAllThatItDoesNot() {
        var unknown = representations(index -> Shop.id("unknown-" + index).toString());
        sql.reset();

        entities("similar { items { score } }", unknown)
                .path("_entities[0].similar")
                .valueIsNull()
                .path("_entities[249].similar")
                .valueIsNull();

        assertThat(profileStatements()).hasSize(1);
    }

    @Test
    void keepsTheOrderOfItsRepresentations() {
        entities(
                        "similar(first: 1) { items { product { id } } }",
                        List.of(
                                representation(id(LINEN_CUSHION)),
                                representation(UNKNOWN),
                                representation(id(TEAPOT)),
                                representation(id(LINEN_CUSHION))))
                .path("_entities[0].similar.items[0].product.id")
                .entity(String.class)
                .isEqualTo(id(STRIPED_CUSHION))
                .path("_entities[1].similar")
                .valueIsNull()
                .path("_entities[2].similar.items[0].product.id")
                .entity(String.class)
                .isEqualTo(id(TEACUPS))
                .path("_entities[3].similar.items[0].product.id")
                .entity(String.class)
                .isEqualTo(id(STRIPED_CUSHION));
    }

    @Test
    void answersTheSameProductInSeveralLengths() {
        entities(
                        "short: similar(first: 1) { items { score } } long: similar(first: 3) { items { score } }",
                        List.of(representation(id(TEAPOT))))
                .path("_entities[0].short.items")
                .entityList(Object.class)
                .hasSize(1)
                .path("_entities[0].long.items")
                .entityList(Object.class)
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "teapot", "product_", "order_01h455vb4pex5vsknk084sn02q", "product_\u0000"})
    void refusesOneMalformedIdAndAnswersTheOthers(String id) {
        entities("similar(first: 1) { items { score } }", List.of(representation(id(TEAPOT)), representation(id)))
                .errors()
                .satisfy(ProductEntityIT::refusesTheId)
                .path("_entities[1]")
                .valueIsNull()
                .path("_entities[0].similar.items")
                .entityList(Object.class)
                .hasSize(1);
    }

    @Test
    void refusesAnIdThatIsNoText() {
        entities("id", List.of(representation(42)))
                .errors()
                .satisfy(ProductEntityIT::refusesTheId)
                .path("_entities[0]")
                .valueIsNull();
        entities("id", List.of(Map.of("__typename", "Product")))
                .errors()
                .satisfy(ProductEntityIT::refusesTheId)
                .path("_entities[0]")
                .valueIsNull();
    }

    private static void refusesTheId(List<ResponseError> errors) {
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
            assertThat(error.getExtensions()).containsEntry("argument", "id");
        });
    }

    private List<String> profileStatements() {
        return sql.statements().stream()
                .filter(statement -> statement.contains("product_profile"))
                .toList();
    }

    private interface Ids {
        String at(int index);
    }

    private static List<Map<String, Object>> representations(Ids ids) {
        var representations = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < MOST_REPRESENTATIONS; i++) {
            representations.add(representation(ids.at(i)));
        }
        return representations;
    }
}
