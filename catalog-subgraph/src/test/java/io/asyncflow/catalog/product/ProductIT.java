package io.asyncflow.catalog.product;

import static io.asyncflow.catalog.Refusals.assertInvalid;
import static io.asyncflow.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.Answer;
import io.asyncflow.catalog.CatalogTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@CatalogTest
class ProductIT {

    private static final String UNKNOWN = "product_01h455vb4pex5vsknk084sn02q";

    @Autowired
    HttpGraphQlTester graph;

    @Test
    void findsAProductByHandleAndByTheIdThatItSays() {
        String id = ask("{ product(handle: \"two-wall-glass-cup\") { id } }")
                .path("product.id")
                .entity(String.class)
                .get();

        assertThat(id).startsWith("product_");
        ask("{ product(id: \"%s\") { handle } }".formatted(id))
                .path("product.handle")
                .entity(String.class)
                .isEqualTo("two-wall-glass-cup");
    }

    @Test
    void answersNullForAnUnknownProduct() {
        ask("{ product(handle: \"nowhere\") { id } }").path("product").valueIsNull();
        ask("{ product(id: \"%s\") { id } }".formatted(UNKNOWN)).path("product").valueIsNull();
    }

    @Test
    void tellsEverythingInBothLanguages() {
        var product = new Answer(ask("""
                { product(handle: "morning-fog-mug") {
                    title koTitle: title(language: KO) description koDescription: description(language: KO)
                    descriptionHtml productType koType: productType(language: KO)
                    tags koTags: tags(language: KO) vendor availableForSale
                    options { id name koName: name(language: KO) values koValues: values(language: KO) }
                    attributes { name value koName: name(language: KO) koValue: value(language: KO) }
                    seo { title description koDescription: description(language: KO) }
                    createdAt updatedAt publishedAt } }"""), "product");

        product.path("title").entity(String.class).isEqualTo("Morning Fog Mug");
        product.path("koTitle").entity(String.class).isEqualTo("아침 안개 머그");
        product.path("description")
                .entity(String.class)
                .satisfies(text -> assertThat(text)
                        .startsWith("A generous mug in the soft grey of a lake before sunrise. Made of stoneware.")
                        .doesNotContain("<"));
        product.path("koDescription")
                .entity(String.class)
                .satisfies(text -> assertThat(text).startsWith("해 뜨기 전 호수처럼"));
        product.path("descriptionHtml")
                .entity(String.class)
                .satisfies(html -> assertThat(html).startsWith("<p>A generous").endsWith("</p>"));
        product.path("productType").entity(String.class).isEqualTo("Mug");
        product.path("koType").entity(String.class).isEqualTo("머그컵");
        product.path("tags").entityList(String.class).containsExactly("tableware", "coffee", "everyday", "minimal");
        product.path("koTags").entityList(String.class).containsExactly("테이블웨어", "커피", "일상", "미니멀");
        product.path("options[0].name").entity(String.class).isEqualTo("Colour");
        product.path("options[0].koName").entity(String.class).isEqualTo("색상");
        product.path("options[0].values").entityList(String.class).containsExactly("Grey", "Sage", "White");
        product.path("options[0].koValues").entityList(String.class).containsExactly("그레이", "세이지", "화이트");
        product.path("options[0].id")
                .entity(String.class)
                .satisfies(id -> assertThat(id).startsWith("option_"));
        product.path("attributes[0]")
                .entity(Map.class)
                .isEqualTo(Map.of("name", "Material", "value", "Stoneware", "koName", "소재", "koValue", "스톤웨어"));
        product.path("seo.title")
                .entity(String.class)
                .satisfies(title -> assertThat(title).startsWith("Morning Fog Mug | "));
        product.path("seo.koDescription").hasValue();
        product.path("createdAt").entity(String.class).isEqualTo("2026-01-05T00:00:00Z");
    }

    @Test
    void pricesItInTheCurrencyThatIsAskedFor() {
        var product = new Answer(ask("""
                { product(handle: "two-wall-glass-cup") {
                    priceRange { minVariantPrice { amount currencyCode } maxVariantPrice { amount } }
                    usd: priceRange(currency: USD) { minVariantPrice { amount currencyCode } }
                    eur: priceRange(currency: EUR) { minVariantPrice { amount } }
                    compareAtPriceRange { minVariantPrice { amount } maxVariantPrice { amount } }
                    variants { nodes {
                      price { amount } usd: price(currency: USD) { amount } yen: price(currency: JPY) { amount }
                      compareAtPrice { amount } } } } }"""), "product");

        product.path("priceRange.minVariantPrice")
                .entity(Map.class)
                .isEqualTo(Map.of("amount", "16900", "currencyCode", "KRW"));
        product.path("priceRange.maxVariantPrice.amount").entity(String.class).isEqualTo("19900");
        product.path("usd.minVariantPrice")
                .entity(Map.class)
                .isEqualTo(Map.of("amount", "12.90", "currencyCode", "USD"));
        product.path("eur").valueIsNull();
        product.path("compareAtPriceRange.minVariantPrice.amount")
                .entity(String.class)
                .isEqualTo("19900");
        product.path("compareAtPriceRange.maxVariantPrice.amount")
                .entity(String.class)
                .isEqualTo("22900");
        product.path("variants.nodes[*].price.amount").entityList(String.class).containsExactly("16900", "19900");
        product.path("variants.nodes[*].usd.amount").entityList(String.class).containsExactly("12.90", "14.90");
        product.path("variants.nodes[0].yen").valueIsNull();
        product.path("variants.nodes[0].compareAtPrice.amount")
                .entity(String.class)
                .isEqualTo("19900");
    }

    @Test
    void hasNoFormerPriceWhereNothingIsReduced() {
        ask("{ product(handle: \"morning-fog-mug\") { compareAtPriceRange { minVariantPrice { amount } } } }")
                .path("product.compareAtPriceRange")
                .valueIsNull();
    }

    @Test
    void describesItsVariants() {
        var variant = new Answer(ask("""
                { product(handle: "commuter-steel-tumbler") { variants { nodes {
                    id sku barcode title koTitle: title(language: KO) availableForSale requiresShipping weightGrams
                    selectedOptions { name value koValue: value(language: KO) }
                    image { url altText } product { handle } } } } }"""), "product.variants.nodes[1]");

        variant.path("sku").entity(String.class).isEqualTo("MUG-007-BLACK-500ML");
        variant.path("title").entity(String.class).isEqualTo("Black / 500 ml");
        variant.path("koTitle").entity(String.class).isEqualTo("블랙 / 500 ml");
        variant.path("barcode").entity(String.class).matches(code -> code.matches("20[0-9]{11}"));
        variant.path("requiresShipping").entity(Boolean.class).isEqualTo(true);
        variant.path("weightGrams").entity(Integer.class).isEqualTo(290);
        variant.path("selectedOptions[0]")
                .entity(Map.class)
                .isEqualTo(Map.of("name", "Colour", "value", "Black", "koValue", "블랙"));
        variant.path("image.altText").entity(String.class).isEqualTo("Commuter Steel Tumbler, Black");
        variant.path("product.handle").entity(String.class).isEqualTo("commuter-steel-tumbler");
    }

    @Test
    void titlesTheOnlyVariantAsStorefrontsExpect() {
        var product = new Answer(ask("""
                { product(handle: "slow-drip-coffee-set") { options { name }
                    variants { nodes { title ko: title(language: KO) selectedOptions { name } } } } }"""), "product");

        product.path("options").entityList(Object.class).hasSize(0);
        product.path("variants.nodes[*].title").entityList(String.class).containsExactly("Default Title");
        product.path("variants.nodes[*].ko").entityList(String.class).containsExactly("기본");
    }

    @Test
    void cutsALongDescription() {
        ask("{ product(handle: \"morning-fog-mug\") { description(truncateAt: 10) } }")
                .path("product.description")
                .entity(String.class)
                .isEqualTo("A generou…");
        assertRefused(graph, one("description(truncateAt: 0)"), "truncateAt");
        assertRefused(graph, one("description(truncateAt: -2147483648)"), "truncateAt");
    }

    @Test
    void pagesThroughItsVariantsImagesAndCollections() {
        for (String list : List.of("variants", "images", "collections")) {
            var first = new Answer(
                    ask(one(list + "(first: 1) { nodes { __typename } pageInfo { hasNextPage endCursor } }")),
                    "product." + list);
            first.path("nodes").entityList(Object.class).hasSize(1);
            String cursor =
                    first.path("pageInfo.endCursor").entity(String.class).get();
            boolean more =
                    first.path("pageInfo.hasNextPage").entity(Boolean.class).get();
            ask(one(list + "(after: \"" + cursor + "\") { nodes { __typename } pageInfo { hasPreviousPage } }"))
                    .path("product." + list + ".nodes")
                    .entityList(Object.class)
                    .satisfies(rest -> assertThat(rest).hasSize(more ? 2 : 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"variants", "images", "collections"})
    void refusesAbsurdPagesOfItsLists(String list) {
        for (int size : List.of(0, -1, 251, Integer.MAX_VALUE)) {
            assertRefused(graph, one(list + "(first: " + size + ") { nodes { __typename } }"), "first");
        }
        assertRefused(graph, one(list + "(after: \"%%%\") { nodes { __typename } }"), "after");
        assertRefused(graph, one(list + "(after: \"W10\") { nodes { __typename } }"), "after");
    }

    @Test
    void wantsEitherAnIdOrAHandle() {
        assertRefused(graph, "{ product { id } }", "id");
        assertRefused(graph, "{ product(id: \"" + UNKNOWN + "\", handle: \"mug\") { id } }", "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "product_",
                "product_zzz",
                "product_81h455vb4pex5vsknk084sn02q",
                "PRODUCT_01h455vb4pex5vsknk084sn02q",
                "variant_01h455vb4pex5vsknk084sn02q",
                "gid://shop/Product/1"
            })
    void refusesWhatIsNotAProductsId(String id) {
        assertRefused(graph, "query($id: ID) { product(id: $id) { id } }", Map.of("id", id), "id");
    }

    @Test
    void refusesWhatCannotBeAHandle() {
        for (String handle : List.of("", "   ", "x".repeat(256), "nul\0byte")) {
            assertRefused(graph, "query($h: String) { product(handle: $h) { id } }", Map.of("h", handle), "handle");
        }
    }

    @Test
    void refusesALanguageAndACurrencyThatItDoesNotKnow() {
        assertInvalid(graph, one("title(language: FR)"));
        assertInvalid(graph, one("title(language: null)"));
        assertInvalid(graph, one("priceRange(currency: GBP) { minVariantPrice { amount } }"));
    }

    private GraphQlTester.Response ask(String document) {
        return graph.document(document).execute();
    }

    private static String one(String field) {
        return "{ product(handle: \"morning-fog-mug\") { " + field + " } }";
    }
}
