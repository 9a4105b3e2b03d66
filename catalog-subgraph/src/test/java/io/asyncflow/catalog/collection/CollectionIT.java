package io.asyncflow.catalog.collection;

import static io.asyncflow.catalog.Refusals.assertInvalid;
import static io.asyncflow.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.Answer;
import io.asyncflow.catalog.CatalogTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@CatalogTest
class CollectionIT {

    @Autowired
    HttpGraphQlTester graph;

    @Test
    void findsACollectionByHandleAndById() {
        var mugs = new Answer(graph.document("""
                { collection(handle: "mugs") { id title ko: title(language: KO) description
                    seo { title } image { url altText(language: KO) width height } updatedAt } }""").execute(), "collection");

        mugs.path("title").entity(String.class).isEqualTo("Mugs & Cups");
        mugs.path("ko").entity(String.class).isEqualTo("머그와 컵");
        mugs.path("seo.title").entity(String.class).isEqualTo("Mugs & Cups");
        mugs.path("image.altText").entity(String.class).isEqualTo("머그와 컵");
        mugs.path("image.url").entity(String.class).matches(url -> url.endsWith("/images/collection-mugs.svg"));
        String id = mugs.path("id").entity(String.class).get();
        graph.document("{ collection(id: \"%s\") { handle } }".formatted(id))
                .execute()
                .path("collection.handle")
                .entity(String.class)
                .isEqualTo("mugs");
    }

    @Test
    void answersNullForAnUnknownCollection() {
        graph.document("{ collection(handle: \"nowhere\") { id } }")
                .execute()
                .path("collection")
                .valueIsNull();
    }

    @Test
    void refusesWhatDoesNotNameACollection() {
        assertRefused(graph, "{ collection { id } }", "id");
        assertRefused(graph, "{ collection(id: \"x\", handle: \"y\") { id } }", "id");
        assertRefused(graph, "{ collection(id: \"product_01h455vb4pex5vsknk084sn02q\") { id } }", "id");
        assertRefused(graph, "{ collection(handle: \"\") { id } }", "handle");
    }

    @Test
    void keepsTheHandMadeOrderOfACollection() {
        List<String> byDefault = products("mugs", "");
        assertThat(byDefault).hasSize(17).startsWith("morning-fog-mug", "campfire-enamel-mug");
        assertThat(products("mugs", "sortKey: MANUAL")).isEqualTo(byDefault);
        assertThat(products("mugs", "sortKey: RELEVANCE")).isEqualTo(byDefault);
        assertThat(products("mugs", "reverse: true")).isEqualTo(byDefault.reversed());
    }

    @Test
    void sortsAndFiltersTheProductsOfACollection() {
        assertThat(graph.document("""
                        { collection(handle: "sale") { products(first: 250, sortKey: PRICE) {
                            nodes { priceRange { minVariantPrice { amount } } } } } }""")
                        .execute()
                        .path("collection.products.nodes[*].priceRange.minVariantPrice.amount")
                        .entityList(BigDecimal.class)
                        .get())
                .hasSize(36)
                .isSorted();
        assertThat(products("sale", "filters: [{productType: \"Mug\"}], sortKey: TITLE"))
                .containsExactly("commuter-steel-tumbler", "slow-drip-coffee-set", "two-wall-glass-cup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sortKey: COLLECTION_DEFAULT",
                "sortKey: TITLE",
                "sortKey: TITLE, language: KO, reverse: true",
                "sortKey: PRICE, currency: USD",
                "sortKey: PRICE, currency: EUR",
                "sortKey: CREATED, reverse: true",
                "sortKey: ID",
            })
    void showsEachProductOnce(String order) {
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            var page = new Answer(
                    graph.document("""
                            query($after: String) { collection(handle: "sale") { products(first: 7, after: $after, %s) {
                              totalCount nodes { handle } pageInfo { hasNextPage endCursor } } } }""".formatted(order))
                            .variable("after", after)
                            .execute(),
                    "collection.products");
            seen.addAll(page.path("nodes[*].handle").entityList(String.class).get());
            page.path("totalCount").entity(Integer.class).isEqualTo(36);
            Map<?, ?> info = page.path("pageInfo").entity(Map.class).get();
            after = Boolean.TRUE.equals(info.get("hasNextPage")) ? (String) info.get("endCursor") : null;
        } while (after != null);

        assertThat(seen).hasSize(36).doesNotHaveDuplicates().isEqualTo(products("sale", order));
    }

    @Test
    void readsAPageFromTheEnd() {
        assertThat(graph.document("{ collection(handle: \"mugs\") { products(last: 2) { nodes { handle } } } }")
                        .execute()
                        .path("collection.products.nodes[*].handle")
                        .entityList(String.class)
                        .get())
                .containsExactly("night-owl-tall-mug", "picnic-wine-tumbler-pair");
    }

    @Test
    void refusesWhatAListOfProductsCannotMean() {
        for (int size : List.of(0, -1, 251, Integer.MAX_VALUE)) {
            assertRefused(graph, inMugs("first: " + size), "first");
        }
        assertRefused(graph, inMugs("after: \"x\""), "after");
        assertRefused(graph, inMugs("filters: [{tag: \"\"}]"), "filters.tag");
        assertInvalid(graph, inMugs("sortKey: VENDOR"));
    }

    @Test
    void listsCollectionsInEveryOrder() {
        assertThat(collections("", "title")).hasSize(18).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(collections("language: KO", "title(language: KO)"))
                .hasSize(18)
                .isSorted();
        assertThat(collections("sortKey: ID", "id")).hasSize(18).isSorted();
        assertThat(collections("sortKey: RELEVANCE", "id")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(collections("sortKey: UPDATED_AT", "updatedAt")).hasSize(18).isSorted();
        assertThat(collections("reverse: true", "handle"))
                .isEqualTo(collections("", "handle").reversed());
    }

    @Test
    void searchesCollections() {
        assertThat(collections("query: \"tea\"", "handle")).containsExactly("tea");
        assertThat(collections("query: \"겨울\"", "handle")).containsExactly("winter-warmth");
        assertRefused(graph, "{ collections(query: \"" + "x".repeat(201) + "\") { nodes { id } } }", "query");
    }

    @Test
    void pagesThroughCollectionsBothWays() {
        String end = graph.document("{ collections(first: 5) { pageInfo { endCursor } } }")
                .execute()
                .path("collections.pageInfo.endCursor")
                .entity(String.class)
                .get();
        List<String> all = collections("", "handle");
        assertThat(collections("first: 5, after: \"" + end + "\"", "handle")).isEqualTo(all.subList(5, 10));
        assertThat(collections("last: 4, before: \"" + end + "\"", "handle")).isEqualTo(all.subList(0, 4));
    }

    @Test
    void refusesAbsurdPagesOfCollections() {
        for (int size : List.of(0, -1, 251, Integer.MAX_VALUE)) {
            assertRefused(graph, "{ collections(first: " + size + ") { nodes { id } } }", "first");
            assertRefused(graph, "{ collections(last: " + size + ") { nodes { id } } }", "last");
        }
        assertRefused(graph, "{ collections(after: \"x\") { nodes { id } } }", "after");
    }

    private List<String> products(String handle, String arguments) {
        return graph.document("{ collection(handle: \"%s\") { products(first: 250 %s) { nodes { handle } } } }"
                        .formatted(handle, arguments))
                .execute()
                .path("collection.products.nodes[*].handle")
                .entityList(String.class)
                .get();
    }

    private List<String> collections(String arguments, String field) {
        return graph.document("{ collections%s { nodes { value: %s } } }"
                        .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")", field))
                .execute()
                .path("collections.nodes[*].value")
                .entityList(String.class)
                .get();
    }

    private static String inMugs(String arguments) {
        return "{ collection(handle: \"mugs\") { products(" + arguments + ") { nodes { id } } } }";
    }
}
