package io.asyncflow.catalog.product;

import static io.asyncflow.catalog.Refusals.assertInvalid;
import static io.asyncflow.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.Answer;
import io.asyncflow.catalog.CatalogTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@CatalogTest
class ProductListIT {

    @Autowired
    HttpGraphQlTester graph;

    @Test
    void startsWithTheNewestTwenty() {
        var products = new Answer(
                graph.document(
                                "{ products { totalCount nodes { createdAt } pageInfo { hasNextPage hasPreviousPage } } }")
                        .execute(),
                "products");

        products.path("totalCount").entity(Integer.class).isEqualTo(204);
        products.path("pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        products.path("pageInfo.hasPreviousPage").entity(Boolean.class).isEqualTo(false);
        products.path("nodes[*].createdAt")
                .entityList(String.class)
                .hasSize(20)
                .satisfies(times -> assertThat(times).isSortedAccordingTo(Comparator.reverseOrder()));
    }

    @ParameterizedTest
    @CsvSource({
        "available: true, availableForSale, true",
        "available: false, availableForSale, false",
        "tag: \"camping\", tags, camping",
        "tag: \"캠핑\", tags, camping",
        "productType: \"Mug\", productType, Mug",
        "productType: \"머그컵\", productType, Mug",
    })
    void filters(String filter, String field, String expected) {
        graph.document("{ products(first: 250, filters: [{%s}]) { nodes { %s } } }".formatted(filter, field))
                .execute()
                .path("products.nodes[*]." + field)
                .entityList(Object.class)
                .satisfies(values -> assertThat(values)
                        .isNotEmpty()
                        .allSatisfy(value -> assertThat(value.toString()).contains(expected)));
    }

    @Test
    void filtersByVendor() {
        assertThat(found("filters: [{vendor: [\"Dalbit Kiln\", \"Moru Studio\"]}]", "vendor"))
                .contains("Dalbit Kiln", "Moru Studio")
                .doesNotContain("Onjeong Pottery");
        assertThat(found("filters: [{vendor: [\"Nobody\"]}]", "vendor")).isEmpty();
    }

    @Test
    void filtersByPriceInACurrency() {
        assertThat(found("filters: [{price: {min: \"9900\", max: 12900}}]", "handle"))
                .contains("porcelain-espresso-cup", "seed-paper-starter-pack")
                .doesNotContain("two-wall-glass-cup", "sticky-note-hill");
        assertThat(found("filters: [{price: {max: \"6.00\", currency: USD}}]", "handle"))
                .containsExactly("sticky-note-hill");
        assertThat(found("filters: [{price: {min: \"390000\"}}]", "handle")).containsExactly("oak-bookshelf-speakers");
        assertThat(found("filters: [{price: {currency: USD}}]", "handle")).hasSize(204);
        assertThat(found("filters: [{price: {currency: EUR}}]", "handle")).isEmpty();
    }

    @Test
    void filtersByOptionAndAttributeInEitherLanguage() {
        assertThat(found("filters: [{variantOption: {name: \"Scent\", value: \"Yuzu\"}}]", "handle"))
                .isEqualTo(found("filters: [{variantOption: {name: \"향\", value: \"유자\"}}]", "handle"))
                .containsExactly("citrus-kitchen-candle");
        assertThat(found("filters: [{attribute: {name: \"Material\", value: \"Rattan\"}}]", "handle"))
                .isEqualTo(found("filters: [{attribute: {name: \"소재\", value: \"라탄\"}}]", "handle"))
                .containsExactlyInAnyOrder("rattan-weave-pendant", "rattan-plant-basket");
        assertThat(found("filters: [{attribute: {name: \"Material\", value: \"Large\"}}]", "handle"))
                .isEmpty();
    }

    @Test
    void wantsAllFiltersToHold() {
        assertThat(found("filters: [{tag: \"camping\", productType: \"Mug\"}, {available: true}]", "handle"))
                .containsExactly("campfire-enamel-mug");
    }

    @Test
    void followsChangesByTime() {
        assertThat(found("filters: [{updatedAfter: \"2020-01-01T00:00:00+09:00\"}]", "handle"))
                .hasSize(204);
        assertThat(found("filters: [{updatedAfter: \"9999-01-01T00:00:00Z\"}]", "handle"))
                .isEmpty();
        assertRefused(graph, list("filters: [{updatedAfter: \"+99999-01-01T00:00:00Z\"}]"), "filters.updatedAfter");
        assertInvalid(graph, list("filters: [{updatedAfter: \"yesterday\"}]"));
    }

    @Test
    void searchesEveryWordInEitherLanguage() {
        assertThat(found("query: \"MOON jar\"", "handle")).containsExactly("moon-jar-teacup");
        assertThat(found("query: \"달항아리\"", "handle")).containsExactly("moon-jar-teacup");
        assertThat(found("query: \"노을 kiln\"", "handle")).isEmpty();
        assertThat(found("query: \"moru 머그\"", "vendor")).isNotEmpty().containsOnly("Moru Studio");
        assertThat(found("query: \"   \"", "handle")).hasSize(204);
    }

    @Test
    void takesSearchedTextLiterally() {
        assertThat(found("query: \"%\"", "handle")).isEmpty();
        assertThat(found("query: \"_\"", "handle")).isEmpty();
        assertThat(found("query: \"\\\\\"", "handle")).isEmpty();
        assertThat(found("query: \"' or 1=1 --\"", "handle")).isEmpty();
    }

    @Test
    void ranksTitlesBeforeTheRest() {
        List<Boolean> inTitle = found("query: \"camp\"", "handle").stream()
                .map(handle -> handle.contains("camp"))
                .toList();

        assertThat(inTitle).contains(true, false).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void refusesTextThatCannotBeSearched() {
        assertRefused(graph, list("query: \"" + "x".repeat(201) + "\""), "query");
        assertRefused(graph, list("query: \"a\\u0000b\""), "query");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 251, Integer.MAX_VALUE})
    void refusesAbsurdPageSizes(int size) {
        assertRefused(graph, list("first: " + size), "first");
        assertRefused(graph, list("last: " + size), "last");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertInvalid(graph, list("first: 2147483648"));
        assertInvalid(graph, list("first: 1.5"));
    }

    @Test
    void refusesArgumentsThatContradictEachOther() {
        assertRefused(graph, list("first: 2, last: 2"), "last");
        assertRefused(graph, list("before: \"x\""), "before");
        assertRefused(graph, list("last: 2, after: \"x\""), "after");
    }

    @Test
    void refusesCursorsThatItHasNotGivenOut() {
        String titles = cursor("sortKey: TITLE");
        assertRefused(graph, list("after: \"not a cursor\""), "after");
        assertRefused(graph, list("last: 3, before: \"\""), "before");
        assertRefused(graph, list("after: \"" + titles + "\""), "after");
        assertRefused(graph, list("sortKey: TITLE, reverse: true, after: \"" + titles + "\""), "after");
        assertRefused(graph, list("sortKey: TITLE, language: KO, after: \"" + titles + "\""), "after");
        assertRefused(graph, list("sortKey: PRICE, after: \"" + forged("PRICE_KRW+", "cheap", "x") + "\""), "after");
        assertRefused(
                graph,
                list("sortKey: UPDATED_AT, after: \""
                        + forged("UPDATED+", "+999999999-01-01T00:00:00Z", "0190163d-8694-739b-aea5-966c26f8ad91")
                        + "\""),
                "after");
    }

    @Test
    void refusesFiltersThatCannotBeMeant() {
        assertRefused(graph, list("filters: [{price: {min: \"-1\"}}]"), "filters.price.min");
        assertRefused(graph, list("filters: [{price: {max: \"-0.01\"}}]"), "filters.price.max");
        assertRefused(graph, list("filters: [{price: {min: 5, max: 4}}]"), "filters.price.max");
        assertRefused(graph, list("filters: [{tag: \" \"}]"), "filters.tag");
        assertRefused(graph, list("filters: [{tag: \"" + "x".repeat(256) + "\"}]"), "filters.tag");
        assertRefused(graph, list("filters: [{productType: \"a\\u0000\"}]"), "filters.productType");
        assertRefused(graph, list("filters: [{vendor: []}]"), "filters.vendor");
        assertRefused(graph, list("filters: [{vendor: [\"\"]}]"), "filters.vendor");
        assertRefused(graph, list("filters: [{vendor: [" + "\"v\",".repeat(51) + "]}]"), "filters.vendor");
        assertRefused(graph, list("filters: [{attribute: {name: \"\", value: \"x\"}}]"), "filters.attribute.name");
        assertRefused(
                graph, list("filters: [{variantOption: {name: \"x\", value: \"\"}}]"), "filters.variantOption.value");
        assertRefused(graph, list("filters: [" + "{available: true},".repeat(11) + "]"), "filters");
        assertInvalid(graph, list("filters: [{price: {min: \"1e9\"}}]"));
        assertInvalid(graph, list("filters: [{colour: \"red\"}]"));
        assertInvalid(graph, list("sortKey: BEST_SELLING"));
    }

    @Test
    void takesHugePricesForWhatTheyAre() {
        String most = "9".repeat(38);
        assertThat(found("filters: [{price: {max: \"" + most + "\", currency: USD}}]", "handle"))
                .hasSize(204);
        assertThat(found("filters: [{price: {min: \"" + most + "\"}}]", "handle"))
                .isEmpty();
    }

    @Test
    void takesNullForWhatIsLeftOut() {
        graph.document("""
                { products(first: null, after: null, last: null, before: null, query: null, filters: null, sortKey: null,
                    reverse: null) { nodes { id } } }""")
                .execute()
                .path("products.nodes")
                .entityList(Object.class)
                .hasSize(20);
    }

    private List<String> found(String arguments, String field) {
        return graph.document("{ products(first: 250, %s) { nodes { %s } } }".formatted(arguments, field))
                .execute()
                .path("products.nodes[*]." + field)
                .entityList(String.class)
                .get();
    }

    private String cursor(String arguments) {
        return graph.document("{ products(first: 1, %s) { pageInfo { endCursor } } }".formatted(arguments))
                .execute()
                .path("products.pageInfo.endCursor")
                .entity(String.class)
                .get();
    }

    private static String list(String arguments) {
        return "{ products(" + arguments + ") { nodes { id } } }";
    }

    private static String forged(String... values) {
        String json = "[\"" + String.join("\",\"", values) + "\"]";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
