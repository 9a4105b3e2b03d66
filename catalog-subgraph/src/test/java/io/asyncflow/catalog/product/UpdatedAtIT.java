package io.asyncflow.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.CatalogTest;
import io.asyncflow.testing.FreshDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/** Whoever changes rows, by whatever way: those who follow the catalogue see it. */
@CatalogTest
@FreshDatabase
class UpdatedAtIT {

    private static final String MUG = "(select id from product where handle = 'morning-fog-mug')";
    private static final String OF_MUG = " where product_id = " + MUG;

    @Autowired
    HttpGraphQlTester graph;

    @Autowired
    DatabaseClient database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product set title_ko = '바뀐 이름' where id = " + MUG,
                "update product_variant set available = not available" + OF_MUG,
                "update variant_price set amount = amount + 100 where variant_id in (select id from product_variant"
                        + OF_MUG + ")",
                "delete from variant_price where currency = 'USD' and variant_id in (select id from product_variant"
                        + OF_MUG + ")",
                "insert into variant_price (variant_id, currency, amount) select id, 'EUR', 1390 from product_variant"
                        + OF_MUG,
                "update product_image set alt_text_en = 'Another view'" + OF_MUG,
                "delete from product_variant where sku = 'MUG-001-WHITE'",
                "update collection_product set position = position + 1000" + OF_MUG,
                "delete from collection_product" + OF_MUG,
            })
    void movesWithEveryChange(String change) {
        String before = graph.document(
                        "{ products(first: 1, sortKey: UPDATED_AT, reverse: true) { nodes { updatedAt } } }")
                .execute()
                .path("products.nodes[0].updatedAt")
                .entity(String.class)
                .get();

        run(change);

        graph.document("query($since: DateTime) { products(filters: [{updatedAfter: $since}]) { nodes { handle } } }")
                .variable("since", before)
                .execute()
                .path("products.nodes[*].handle")
                .entityList(String.class)
                .containsExactly("morning-fog-mug");
    }

    @Test
    void keepsTheSummaryOfAProductTrue() {
        String tumbler = "(select id from product where handle = 'commuter-steel-tumbler')";
        run("update product_variant set available = false where product_id = " + tumbler);
        assertThat(tumbler("availableForSale", Boolean.class)).isFalse();

        run("update product_variant set available = true where sku = 'MUG-007-MINT-350ML'");
        assertThat(tumbler("availableForSale", Boolean.class)).isTrue();

        run("""
                update variant_price set amount = 9900, compare_at = 50000
                 where currency = 'KRW'
                   and variant_id = (select id from product_variant where sku = 'MUG-007-MINT-350ML')""");
        assertThat(tumbler("priceRange { minVariantPrice { amount } }", Map.class))
                .isEqualTo(Map.of("minVariantPrice", Map.of("amount", "9900")));
        assertThat(tumbler("compareAtPriceRange { maxVariantPrice { amount } }", Map.class))
                .isEqualTo(Map.of("maxVariantPrice", Map.of("amount", "50000")));
    }

    @Test
    void movesBothProductsWhenAVariantChangesHands() {
        run("""
                update product_variant set product_id = (select id from product where handle = 'hammock-for-two')
                 where sku = 'OUT-013'""");

        assertThat(handles("{ products(first: 2, sortKey: UPDATED_AT, reverse: true) { nodes { handle } } }"))
                .containsExactlyInAnyOrder("hammock-for-two", "trekking-pole-pair");
        graph.document(
                        "{ product(handle: \"trekking-pole-pair\") { availableForSale priceRange { minVariantPrice { amount } } } }")
                .execute()
                .path("product")
                .entity(Map.class)
                .satisfies(product -> assertThat(product)
                        .containsEntry("availableForSale", false)
                        .containsEntry("priceRange", null));
    }

    @Test
    void movesACollectionWithItsProducts() {
        run("""
                delete from collection_product
                 where collection_id = (select id from collection where handle = 'winter-warmth')
                   and position = 1""");

        graph.document("{ collections(last: 1, sortKey: UPDATED_AT) { nodes { handle } } }")
                .execute()
                .path("collections.nodes[*].handle")
                .entityList(String.class)
                .containsExactly("winter-warmth");
    }

    private <T> T tumbler(String field, Class<T> type) {
        return graph.document("{ product(handle: \"commuter-steel-tumbler\") { value: %s } }".formatted(field))
                .execute()
                .path("product.value")
                .entity(type)
                .get();
    }

    private List<String> handles(String document) {
        return graph.document(document)
                .execute()
                .path("$..handle")
                .entityList(String.class)
                .get();
    }

    private void run(String sql) {
        StepVerifier.create(database.sql(sql).fetch().rowsUpdated())
                .assertNext(rows -> assertThat(rows).isPositive())
                .verifyComplete();
    }
}
