package io.asyncflow.catalog.product;

import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.catalog.text.LanguageCode;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.paging.Keyset;
import io.r2dbc.spi.Readable;

/**
 * What a list of products is sorted by. Ties fall to the id.
 *
 * @param expression over {@code p}, the product, and in a collection's list {@code cp}, its membership; never null
 * @param type the expression's SQL type, as {@link Keyset} knows it
 */
public record ProductOrder(String name, String expression, String type, boolean descending) {

    /** Ids grow with time. */
    private static final ProductOrder NEWEST = new ProductOrder("NEWEST", "p.id", "uuid", true);

    public static final ProductOrder ID = ascending("ID", "p.id", "uuid");
    public static final ProductOrder VENDOR = ascending("VENDOR", "lower(p.vendor) collate \"C\"", "text");
    public static final ProductOrder CREATED = ascending("CREATED", "p.created_at", "timestamptz");
    public static final ProductOrder UPDATED = ascending("UPDATED", "p.updated_at", "timestamptz");
    /** Only for the list of a collection. */
    public static final ProductOrder MANUAL = ascending("MANUAL", "cp.position", "int");

    /** A product of a list, with its place in the list's order. */
    record Listed(Product product, Object sortKey) {

        static Listed read(Readable row) {
            return new Listed(ProductRow.read(row), Columns.required(row, "sort_key", Object.class));
        }
    }

    /** Code point order: the same on every machine, and 가나다 for Hangul. */
    public static ProductOrder title(LanguageCode language) {
        return ascending("TITLE_" + language, "lower(p.title_%s) collate \"C\"".formatted(language.suffix()), "text");
    }

    /** By the lowest price; those without one come last. */
    public static ProductOrder price(CurrencyCode currency) {
        String price =
                "coalesce(cast(p.price_ranges -> '%s' ->> 'min' as bigint), %d)".formatted(currency, Long.MAX_VALUE);
        return ascending("PRICE_" + currency, price, "bigint");
    }

    public static ProductOrder relevance(boolean searched) {
        return searched ? new ProductOrder("RELEVANCE", ProductListing.TITLE_HIT, "int", true) : NEWEST;
    }

    Keyset<Listed> keyset(boolean reverse) {
        return Keyset.<Listed>ordered(name)
                .by(expression, type, Listed::sortKey)
                .by("p.id", "uuid", listed -> listed.product().id().uuid())
                .reversed(descending != reverse);
    }

    private static ProductOrder ascending(String name, String expression, String type) {
        return new ProductOrder(name, expression, type, false);
    }
}
