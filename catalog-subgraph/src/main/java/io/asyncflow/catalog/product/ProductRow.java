package io.asyncflow.catalog.product;

import io.asyncflow.catalog.price.ByCurrency;
import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How a product stands in its table. */
final class ProductRow {

    static final String COLUMNS = """
            p.id, p.handle, p.title_en, p.title_ko, p.description_html_en, p.description_html_ko, p.vendor,
            p.product_type_en, p.product_type_ko, p.tags_en, p.tags_ko, p.options, p.attributes, p.seo,
            p.available_for_sale, p.price_ranges, p.created_at, p.updated_at, p.published_at""";

    private static final TypeReference<List<ProductOption>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Attribute>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<Map<CurrencyCode, Ranges>> RANGES = new TypeReference<>() {};

    /** What the database keeps per currency, in minor units. */
    private record Ranges(
            long min,
            long max,
            @Nullable Long compareAtMin,
            @Nullable Long compareAtMax) {

        ProductPriceRange price(CurrencyCode currency) {
            return range(currency, min, max);
        }

        @Nullable
        ProductPriceRange compareAt(CurrencyCode currency) {
            return compareAtMin == null || compareAtMax == null ? null : range(currency, compareAtMin, compareAtMax);
        }

        private static ProductPriceRange range(CurrencyCode currency, long min, long max) {
            return new ProductPriceRange(new Money(min, currency), new Money(max, currency));
        }
    }

    private ProductRow() {}

    static Product read(Readable row) {
        var ranges = Columns.json(row, "price_ranges", RANGES);
        return new Product(
                new ProductId(Columns.uuid(row, "id")),
                Columns.text(row, "handle"),
                Columns.localized(row, "title"),
                Columns.localized(row, "description_html"),
                Columns.text(row, "vendor"),
                Columns.localized(row, "product_type"),
                Columns.localizedList(row, "tags"),
                Columns.json(row, "options", OPTIONS),
                Columns.json(row, "attributes", ATTRIBUTES),
                Columns.seo(row),
                Columns.flag(row, "available_for_sale"),
                ByCurrency.of(ranges, (currency, range) -> range.price(currency)),
                ByCurrency.of(ranges, (currency, range) -> range.compareAt(currency)),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.instant(row, "published_at"));
    }
}
