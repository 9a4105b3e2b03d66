package io.asyncflow.order;

import io.asyncflow.order.StandInCatalog.Product;
import io.asyncflow.order.StandInCatalog.Variant;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes up products for the {@link StandInCatalog}. */
public final class Shelf {

    private Shelf() {}

    public static String newId(String prefix) {
        return TypeId.format(prefix, Uuid7.next(Clock.systemUTC()));
    }

    /** A product without options: its one variant stands for it. */
    public static Product simple(String title, String krw, String usd) {
        return product(title, variant(title.toUpperCase(Locale.ROOT), "Default Title", krw, usd));
    }

    public static Product product(String title, Variant... variants) {
        return new Product(newId("product"), title + " (한국어)", title, true, now(), List.of(variants));
    }

    /** As precise as a database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    public static Variant variant(String sku, String title, String krw, String usd) {
        return new Variant(newId(VariantId.PREFIX), sku, title, true, Map.of("KRW", krw, "USD", usd));
    }

    /** The same product with other variants, changed now. */
    public static Product with(Product product, Variant... variants) {
        return new Product(product.id(), product.ko(), product.en(), product.available(), now(), List.of(variants));
    }

    public static Variant priced(Variant variant, Map<String, String> prices) {
        return new Variant(variant.id(), variant.sku(), variant.title(), variant.available(), prices);
    }

    public static Variant soldOut(Variant variant) {
        return new Variant(variant.id(), variant.sku(), variant.title(), false, variant.prices());
    }
}
