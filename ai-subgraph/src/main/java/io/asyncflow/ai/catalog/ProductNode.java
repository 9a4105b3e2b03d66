package io.asyncflow.ai.catalog;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A product as the catalogue's graph gives it. Without its id or time it is none; any other gap is left open. */
record ProductNode(ProductProfile profile, Instant updatedAt) {

    static final String DOCUMENT = """
            query ProductProfiles($since: DateTime, $after: String) {
              products(sortKey: UPDATED_AT, first: 100, after: $after, filters: [{updatedAfter: $since}]) {
                nodes {
                  id
                  handle
                  titleKo: title(language: KO)
                  titleEn: title(language: EN)
                  descriptionKo: description(language: KO)
                  descriptionEn: description(language: EN)
                  vendor
                  productType
                  tags
                  attributes { name value }
                  collections(first: 50) { nodes { handle } }
                  availableForSale
                  updatedAt
                  variants(first: 250) { nodes { id krw: price(currency: KRW) { amount } } }
                }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    static ProductNode read(JsonNode node) {
        var profile = new ProductProfile(
                ProductId.parse("id", text(node, "id")),
                text(node, "handle"),
                new ProductProfile.Bilingual(text(node, "titleKo"), text(node, "titleEn")),
                new ProductProfile.Bilingual(text(node, "descriptionKo"), text(node, "descriptionEn")),
                text(node, "vendor"),
                text(node, "productType"),
                node.path("tags").valueStream().map(ProductNode::text).toList(),
                attributes(node),
                node.path("collections")
                        .path("nodes")
                        .valueStream()
                        .map(collection -> text(collection, "handle"))
                        .toList(),
                price(node.path("variants").path("nodes")),
                node.path("availableForSale").asBoolean(false));
        return new ProductNode(
                profile, OffsetDateTime.parse(text(node, "updatedAt")).toInstant());
    }

    private static List<ProductProfile.Attribute> attributes(JsonNode node) {
        return node.path("attributes")
                .valueStream()
                .map(attribute -> new ProductProfile.Attribute(text(attribute, "name"), text(attribute, "value")))
                .toList();
    }

    private static @Nullable Money price(JsonNode variants) {
        return variants.valueStream()
                .map(variant -> text(variant.path("krw"), "amount"))
                .filter(amount -> !amount.isEmpty())
                .map(BigDecimal::new)
                .min(Comparator.naturalOrder())
                .map(won -> new Money(won.longValue(), CurrencyCode.KRW))
                .orElse(null);
    }

    private static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    private static String text(JsonNode value) {
        // PostgreSQL cannot store the character 0.
        return value.asString("").replace("\0", "");
    }
}
