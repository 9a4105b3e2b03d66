package io.asyncflow.order.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.money.CurrencyCode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CatalogProductTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final String PRODUCT = """
            {
              "id": "%s",
              "handle": "mug",
              "titleKo": "머그",
              "titleEn": "Mug",
              "availableForSale": true,
              "updatedAt": "2026-11-20T09:30:00.123456Z",
              "variants": {"nodes": [{
                "id": "%s",
                "sku": "MUG-S",
                "title": "Small",
                "availableForSale": true,
                "krw": {"amount": "12000"},
                "usd": {"amount": "8.99"}
              }]}
            }
            """.formatted(TypeId.format("product", ID), new VariantId(ID));

    private static CatalogProduct read(String json) {
        return CatalogProduct.of(JsonMapper.shared().readTree(json));
    }

    @Test
    void readsAProduct() {
        var product = read(PRODUCT);

        assertThat(product.id()).isEqualTo(ID);
        assertThat(product.ko()).isEqualTo("머그");
        assertThat(product.en()).isEqualTo("Mug");
        assertThat(product.updated()).isEqualTo(Instant.parse("2026-11-20T09:30:00.123456Z"));
        assertThat(product.variants())
                .containsExactly(new CatalogProduct.Variant(
                        ID, "MUG-S", "Small", true, Map.of(CurrencyCode.KRW, 12000L, CurrencyCode.USD, 899L)));
    }

    @Test
    void takesAVariantOfAnUnavailableProductForUnavailable() {
        var product = read(PRODUCT.replaceFirst("true", "false"));

        assertThat(product.variants()).allMatch(variant -> !variant.available());
    }

    @Test
    void leavesOutACurrencyWithoutAPrice() {
        var product = read(PRODUCT.replace("{\"amount\": \"8.99\"}", "null"));

        assertThat(product.variants().getFirst().prices()).isEqualTo(Map.of(CurrencyCode.KRW, 12000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000001", "99999999999999999999", "0.5", "-1", "1e400"})
    void leavesOutAPriceThatNoCartCanHold(String amount) {
        var product = read(PRODUCT.replace("12000", amount));

        assertThat(product.variants().getFirst().prices()).isEqualTo(Map.of(CurrencyCode.USD, 899L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"12000\"|12000",
                "\"12000\"|\"much\"",
                "\"Mug\"|null",
                "\"머그\"|7",
                "\"MUG-S\"|null",
                "\"Small\"|null",
                "true|\"yes\"",
                "2026-11-20T09:30:00.123456Z|yesterday",
                "product_|variant_",
                "variant_|product_",
                "\"usd\"|\"eur\"",
                "\"nodes\"|\"edges\""
            })
    void refusesWhatIsNotAProduct(String part, String garbage) {
        assertThat(PRODUCT).contains(part);

        assertThatThrownBy(() -> read(PRODUCT.replace(part, garbage))).isInstanceOf(RuntimeException.class);
    }
}
