package io.asyncflow.catalog.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.money.CurrencyCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the demo shop could be a shop. */
class DemoCatalogueTest {

    private final Tables tables = new DemoCatalogue(new DemoFiles()).tables();

    @Test
    void isTheSameEveryTime() {
        assertThat(new DemoCatalogue(new DemoFiles()).tables().rows()).isEqualTo(tables.rows());
        assertThat(texts("product", "id").getFirst()).isEqualTo("019b8b74-1800-7321-8179-f614818ca6ae");
    }

    @Test
    void hasEnoughOfEverything() {
        assertThat(tables.rows("product")).hasSizeBetween(190, 210);
        assertThat(tables.rows("collection")).hasSize(18);
        assertThat(tables.rows("page")).hasSize(5);
        assertThat(tables.rows("menu")).hasSize(2);
        assertThat(Set.copyOf(texts("product", "product_type_en"))).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({
        "product, id",
        "product, handle",
        "product, title_en",
        "product, title_ko",
        "product_variant, id",
        "product_variant, sku",
        "product_variant, barcode",
        "product_image, id",
        "product_image, path",
        "collection, handle",
        "page, handle",
        "drawing, handle",
    })
    void namesNothingTwice(String table, String column) {
        assertThat(texts(table, column)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void usesIdsInTheShapeOfUuid7() {
        for (String id : texts("product", "id")) {
            assertThat(UUID.fromString(id)).satisfies(uuid -> {
                assertThat(uuid.version()).isEqualTo(7);
                assertThat(uuid.variant()).isEqualTo(2);
            });
        }
        assertThat(texts("product", "created_at")).allMatch(time -> time.startsWith("2026-"));
    }

    @Test
    void writesHandlesThatFitAnAddress() {
        assertThat(texts("product", "handle")).allMatch(handle -> handle.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(texts("drawing", "handle")).allMatch(handle -> handle.matches("[a-z0-9-]{1,200}"));
    }

    @ParameterizedTest
    @CsvSource({
        "product, title",
        "product, description_html",
        "product, product_type",
        "product_image, alt_text",
        "collection, title",
        "collection, description",
        "page, title",
        "page, body",
    })
    void speaksKoreanAndEnglish(String table, String column) {
        assertThat(texts(table, column + "_ko")).allMatch(DemoCatalogueTest::hangul);
        assertThat(texts(table, column + "_en")).allMatch(text -> !hangul(text) && !text.isBlank());
    }

    @Test
    void speaksKoreanInTagsOptionsAndAttributes() {
        assertThat(texts("product", "tags_ko")).allMatch(DemoCatalogueTest::hangul);
        assertThat(texts("product", "attributes")).allMatch(DemoCatalogueTest::hangul);
    }

    @Test
    void asksPricesThatShopsAsk() {
        for (var price : tables.rows("variant_price")) {
            long amount = Objects.requireNonNull((Long) price.get("amount"));
            if (price.get("currency") == CurrencyCode.KRW) {
                assertThat(amount).isBetween(5_000L, 500_000L).matches(won -> won % 100 == 0);
            } else {
                assertThat(amount).isBetween(400L, 40_000L).matches(cents -> cents % 100 == 90);
            }
            if (price.get("compare_at") instanceof Long former) {
                assertThat(former).isGreaterThan(amount).isLessThan(amount * 2);
            }
        }
        assertThat(tables.rows("variant_price")).anyMatch(price -> price.get("compare_at") != null);
    }

    @Test
    void offersOneToSixVariantsOfEachProduct() {
        Map<Object, Long> variants = tables.rows("product_variant").stream()
                .collect(Collectors.groupingBy(row -> row.get("product_id"), Collectors.counting()));

        assertThat(variants).hasSameSizeAs(tables.rows("product"));
        assertThat(Set.copyOf(variants.values()))
                .allMatch(count -> count >= 1 && count <= 6)
                .hasSizeGreaterThan(3);
    }

    @Test
    void hasSomethingOutOfStock() {
        List<String> available = texts("product_variant", "available");

        assertThat(available).contains("true", "false");
        assertThat(available.stream().filter("false"::equals).count()).isLessThan(available.size() / 4);
    }

    @Test
    void knowsSeveralFactsAboutEveryProduct() {
        for (var row : tables.rows("product")) {
            assertThat((List<?>) row.get("attributes"))
                    .as("%s", row.get("handle"))
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void fillsTheCollectionsThatStorefrontsExpect() {
        Map<Object, Long> members = tables.rows("collection_product").stream()
                .collect(Collectors.groupingBy(row -> row.get("collection_id"), Collectors.counting()));
        Map<Object, Object> handles = tables.rows("collection").stream()
                .collect(Collectors.toMap(row -> row.get("handle"), row -> row.get("id")));

        assertThat(members).hasSize(18);
        assertThat(members.get(handles.get("hidden-homepage-featured-items"))).isEqualTo(3);
        assertThat(members.get(handles.get("hidden-homepage-carousel"))).isEqualTo(10);
    }

    @Test
    void leadsOnlyToCollectionsThatExist() {
        Set<String> handles = new HashSet<>(texts("collection", "handle"));
        assertThat(texts("menu", "items"))
                .allSatisfy(items -> assertThat(java.util.regex.Pattern.compile("/collections/([a-z-]+)")
                                .matcher(items)
                                .results()
                                .map(match -> match.group(1)))
                        .isSubsetOf(handles));
    }

    @Test
    void drawsAPictureForEveryImage() {
        Set<String> drawn = texts("drawing", "handle").stream()
                .map(handle -> "images/" + handle + ".svg")
                .collect(Collectors.toSet());
        assertThat(texts("product_image", "path")).allMatch(drawn::contains);
    }

    private List<String> texts(String table, String column) {
        return tables.rows(table).stream()
                .map(row -> String.valueOf(row.get(column)))
                .toList();
    }

    private static boolean hangul(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }
}
