package io.asyncflow.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.Answer;
import io.asyncflow.catalog.CatalogTest;
import io.asyncflow.testing.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** How many SQL statements an answer costs. */
@CatalogTest
class StatementsIT {

    private static final String EVERYTHING = """
            { products(first: %d) { totalCount nodes {
                title featuredImage { url } images { nodes { url } } options { name } attributes { name }
                collections { nodes { handle image { url } } }
                priceRange { minVariantPrice { amount } }
                variants { nodes { sku price { amount } image { url } product { handle } } } } } }""";

    /** What the order and the ai service read the catalogue by. */
    private static final String FEED = """
            { products(sortKey: UPDATED_AT, filters: [{updatedAfter: "2020-01-01T00:00:00Z"}], first: 250) {
                nodes { id handle title ko: title(language: KO) description vendor productType tags
                  attributes { name value } collections { nodes { handle } } availableForSale updatedAt
                  featuredImage { url }
                  variants(first: 250) { nodes { id sku title availableForSale
                    krw: price(currency: KRW) { amount } usd: price(currency: USD) { amount } } } }
                pageInfo { hasNextPage endCursor } } }""";

    @Autowired
    HttpGraphQlTester graph;

    @Autowired
    StatementCounter counter;

    @Test
    void sendsAsManyForOneProductAsForAHundred() {
        assertThat(statements(EVERYTHING.formatted(1)))
                .hasSameSizeAs(statements(EVERYTHING.formatted(100)))
                .hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void feedsOtherServicesWithFourStatements() {
        counter.reset();
        var products = new Answer(graph.document(FEED).execute(), "products");

        assertThat(counter.statements()).hasSize(4);
        products.path("nodes[*].id").entityList(String.class).hasSize(204);
        products.path("nodes[*].variants.nodes[*].krw.amount")
                .entityList(String.class)
                .hasSizeGreaterThan(500);
        products.path("nodes[*].collections.nodes[*].handle")
                .entityList(String.class)
                .hasSizeGreaterThan(204);
        products.path("pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void listsTheProductsOfAllCollectionsAtOnce() {
        assertThat(statements("""
                { collections(first: 50) { nodes { products(first: 5) { totalCount nodes { handle } } } } }""")).hasSize(3);
    }

    @Test
    void countsOnlyWhenAsked() {
        assertThat(statements("{ products { nodes { id } } }")).hasSize(1);
    }

    private List<String> statements(String document) {
        counter.reset();
        graph.document(document).executeAndVerify();
        return counter.statements();
    }

    @Test
    void refusesListsWithinListsThatGrowBeyondMeasure() {
        String circle = "products(first: 250) { nodes { collections(first: 250) { nodes { ";
        counter.reset();

        graph.document("{ products(first: 250) { nodes { collections(first: 250) { nodes { " + circle + "id"
                        + " } } } } } } } } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error ->
                                assertThat(error.getExtensions()).containsEntry("code", "OPERATION_TOO_COSTLY")));

        assertThat(counter.statements()).isEmpty();
    }
}
