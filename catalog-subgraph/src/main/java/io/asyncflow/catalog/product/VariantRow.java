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

/** How a variant stands in its table, with its picture and prices from theirs. */
final class VariantRow {

    static final String COLUMNS = """
            v.id, v.product_id, v.position, v.sku, v.barcode, v.selected_options, v.available, v.requires_shipping,
            v.weight_grams,
            (select jsonb_object_agg(vp.currency, jsonb_build_object('amount', vp.amount, 'compareAt', vp.compare_at))
               from variant_price vp
              where vp.variant_id = v.id) as prices,
            i.path, i.alt_text_en, i.alt_text_ko, i.width, i.height""";

    private static final TypeReference<List<SelectedOption>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<CurrencyCode, Price>> PRICES = new TypeReference<>() {};

    /** In minor units. */
    private record Price(long amount, @Nullable Long compareAt) {}

    private VariantRow() {}

    static ProductVariant read(Readable row) {
        var stored = Columns.optionalJson(row, "prices", PRICES);
        Map<CurrencyCode, Price> prices = stored == null ? Map.of() : stored;
        return new ProductVariant(
                new VariantId(Columns.uuid(row, "id")),
                new ProductId(Columns.uuid(row, "product_id")),
                Columns.number(row, "position"),
                Columns.text(row, "sku"),
                row.get("barcode", String.class),
                Columns.json(row, "selected_options", OPTIONS),
                row.get("path") == null ? null : ImageRow.image(row),
                Columns.flag(row, "available"),
                Columns.flag(row, "requires_shipping"),
                row.get("weight_grams", Integer.class),
                ByCurrency.of(prices, (currency, price) -> new Money(price.amount(), currency)),
                ByCurrency.of(prices, VariantRow::compareAt));
    }

    private static @Nullable Money compareAt(CurrencyCode currency, Price price) {
        return price.compareAt() == null ? null : new Money(price.compareAt(), currency);
    }
}
