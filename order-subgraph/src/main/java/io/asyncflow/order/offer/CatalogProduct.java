package io.asyncflow.order.offer;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A product out of the catalogue's answer to {@link #QUERY}. The names are those that {@link OfferTable} reads. */
record CatalogProduct(UUID id, String ko, String en, Instant updated, List<Variant> variants) {

    record Variant(UUID id, String sku, String title, boolean available, Map<CurrencyCode, Long> prices) {
        Variant {
            prices = Map.copyOf(prices);
        }
    }

    static final String FIELD = "products";

    static final String QUERY = """
            query FollowOffers($since: DateTime, $after: String) {
              products(sortKey: UPDATED_AT, first: 100, after: $after, filters: [{updatedAfter: $since}]) {
                nodes {
                  id
                  handle
                  titleKo: title(language: KO)
                  titleEn: title(language: EN)
                  availableForSale
                  updatedAt
                  variants(first: 250) {
                    nodes {
                      id
                      sku
                      title
                      availableForSale
                      krw: price(currency: KRW) { amount }
                      usd: price(currency: USD) { amount }
                    }
                  }
                }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;

    private static final Logger LOG = LoggerFactory.getLogger(CatalogProduct.class);
    private static final List<CurrencyCode> CURRENCIES = List.of(CurrencyCode.KRW, CurrencyCode.USD);

    CatalogProduct {
        variants = List.copyOf(variants);
    }

    /** Fails on what is not a product, rather than to guess: a cart must not show a price that nobody has set. */
    static CatalogProduct of(JsonNode product) {
        boolean available = flag(product, "availableForSale");
        JsonNode variants = product.path("variants").path("nodes");
        if (!variants.isArray()) {
            throw new IllegalArgumentException("The catalogue sent a product without a list of variants");
        }
        return new CatalogProduct(
                TypeId.parse("product", "id", text(product, "id")),
                text(product, "titleKo"),
                text(product, "titleEn"),
                moment(product, "updatedAt"),
                StreamSupport.stream(variants.spliterator(), false)
                        .map(variant -> variant(variant, available))
                        .toList());
    }

    private static Variant variant(JsonNode variant, boolean productAvailable) {
        return new Variant(
                VariantId.parse("id", text(variant, "id")).uuid(),
                text(variant, "sku"),
                text(variant, "title"),
                productAvailable && flag(variant, "availableForSale"),
                prices(variant));
    }

    private static Map<CurrencyCode, Long> prices(JsonNode variant) {
        var prices = new EnumMap<CurrencyCode, Long>(CurrencyCode.class);
        for (CurrencyCode currency : CURRENCIES) {
            Long price = price(variant, currency);
            if (price != null) {
                prices.put(currency, price);
            }
        }
        return prices;
    }

    private static @Nullable Long price(JsonNode variant, CurrencyCode currency) {
        JsonNode price = variant.path(currency.name().toLowerCase(Locale.ROOT));
        if (price.isNull()) {
            return null;
        }
        var amount = new BigDecimal(text(price, "amount"));
        try {
            long minorUnits = Money.of(amount, currency).minorUnits();
            if (minorUnits >= 0 && minorUnits <= Offer.LARGEST_PRICE) {
                return minorUnits;
            }
        } catch (ArithmeticException inexact) {
            // Falls through: one price that nobody can pay must not keep all others from being read.
        }
        LOG.debug("Not offering {} for {} {}: no cart can hold that", text(variant, "id"), amount, currency);
        return null;
    }

    private static Instant moment(JsonNode node, String field) {
        try {
            return Instant.parse(text(node, field));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("The catalogue sent a malformed " + field, malformed);
        }
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isString()) {
            throw new IllegalArgumentException("The catalogue sent no " + field);
        }
        return node.path(field).stringValue();
    }

    private static boolean flag(JsonNode node, String field) {
        if (!node.path(field).isBoolean()) {
            throw new IllegalArgumentException("The catalogue sent no " + field);
        }
        return node.path(field).booleanValue();
    }
}
