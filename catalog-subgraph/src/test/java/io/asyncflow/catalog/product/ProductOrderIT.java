package io.asyncflow.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.Answer;
import io.asyncflow.catalog.CatalogTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** Walks the whole catalogue in every order that there is. */
@CatalogTest
class ProductOrderIT {

    private static final String FORWARD = """
            query($cursor: String) { products(first: 60, after: $cursor, %s) {
              nodes { handle } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""";
    private static final String BACKWARD = """
            query($cursor: String) { products(last: 60, before: $cursor, %s) {
              nodes { handle } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""";

    @Autowired
    HttpGraphQlTester graph;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sortKey: RELEVANCE",
                "sortKey: TITLE",
                "sortKey: TITLE, language: KO",
                "sortKey: PRICE",
                "sortKey: PRICE, currency: USD",
                "sortKey: PRICE, currency: JPY",
                "sortKey: VENDOR",
                "sortKey: CREATED_AT",
                "sortKey: UPDATED_AT",
                "sortKey: ID",
            })
    void showsEachProductOnceWhicheverWayItIsRead(String order) {
        List<String> forward = walk(FORWARD, order, "hasNextPage", "endCursor", false);
        List<String> backward = walk(BACKWARD, order, "hasPreviousPage", "startCursor", true);
        List<String> reversed = walk(FORWARD, order + ", reverse: true", "hasNextPage", "endCursor", false);

        assertThat(forward).hasSize(204).doesNotHaveDuplicates();
        assertThat(backward).isEqualTo(forward);
        assertThat(reversed.reversed()).isEqualTo(forward);
    }

    @Test
    void walksThroughWhatASearchFound() {
        String search = "query: \"a\", sortKey: RELEVANCE";
        List<String> forward = walk(FORWARD, search, "hasNextPage", "endCursor", false);

        assertThat(forward).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(walk(BACKWARD, search, "hasPreviousPage", "startCursor", true))
                .isEqualTo(forward);
    }

    @Test
    void sortsTitlesByTheLanguageAsked() {
        assertThat(values("sortKey: TITLE", "title"))
                .isSortedAccordingTo(Comparator.comparing(title -> title.toLowerCase(Locale.ROOT)));
        assertThat(values("sortKey: TITLE, language: KO", "title(language: KO)"))
                .isSorted();
    }

    @Test
    void sortsByTheLowestPrice() {
        for (String currency : List.of("KRW", "USD")) {
            String price = "priceRange(currency: %s) { minVariantPrice { amount } }".formatted(currency);
            assertThat(graph.document("{ products(first: 250, sortKey: PRICE, currency: %s) { nodes { %s } } }"
                                    .formatted(currency, price))
                            .execute()
                            .path("products.nodes[*].priceRange.minVariantPrice.amount")
                            .entityList(BigDecimal.class)
                            .get())
                    .hasSize(204)
                    .isSorted();
        }
    }

    @Test
    void sortsByVendorIdAndTime() {
        assertThat(values("sortKey: VENDOR", "vendor"))
                .isSortedAccordingTo(Comparator.comparing(vendor -> vendor.toLowerCase(Locale.ROOT)));
        assertThat(values("sortKey: ID", "id")).isSorted();
        assertThat(values("sortKey: CREATED_AT", "createdAt")).isSorted();
        assertThat(values("sortKey: CREATED_AT, reverse: true", "createdAt"))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(values("sortKey: UPDATED_AT", "updatedAt")).isSorted();
    }

    private List<String> values(String order, String field) {
        return graph.document("{ products(first: 250, %s) { nodes { value: %s } } }".formatted(order, field))
                .execute()
                .path("products.nodes[*].value")
                .entityList(String.class)
                .get();
    }

    private List<String> walk(String document, String order, String more, String next, boolean backward) {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        boolean goesOn = true;
        while (goesOn) {
            var page = new Answer(
                    graph.document(document.formatted(order))
                            .variable("cursor", cursor)
                            .execute(),
                    "products");
            List<String> handles = new ArrayList<>(
                    page.path("nodes[*].handle").entityList(String.class).get());
            assertThat(handles).hasSizeLessThanOrEqualTo(60);
            Map<?, ?> info = page.path("pageInfo").entity(Map.class).get();
            if (backward) {
                Collections.reverse(handles);
            }
            seen.addAll(handles);
            cursor = (String) info.get(next);
            goesOn = Boolean.TRUE.equals(info.get(more));
        }
        return backward ? seen.reversed() : seen;
    }
}
