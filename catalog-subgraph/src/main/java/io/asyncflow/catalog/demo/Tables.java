package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.text.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that are to be inserted, table by table, in an order that foreign keys allow. */
final class Tables {

    private static final List<String> ORDER = List.of(
            "product",
            "product_image",
            "product_variant",
            "variant_price",
            "collection",
            "collection_product",
            "page",
            "menu",
            "drawing");

    private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

    Tables() {
        ORDER.forEach(table -> rows.put(table, new ArrayList<>()));
    }

    /** A new row, for its columns to be put into. */
    Row add(String table) {
        Row row = new Row(new LinkedHashMap<>());
        rows.getOrDefault(table, List.of()).add(row.columns());
        return row;
    }

    Map<String, List<Map<String, @Nullable Object>>> rows() {
        return rows;
    }

    List<Map<String, @Nullable Object>> rows(String table) {
        return rows.getOrDefault(table, List.of());
    }

    record Row(Map<String, @Nullable Object> columns) {

        Row with(String column, @Nullable Object value) {
            columns.put(column, value);
            return this;
        }

        /** Both languages, each in its column. */
        Row with(String column, Localized<?> value) {
            return with(column + "_en", value.en()).with(column + "_ko", value.ko());
        }
    }
}
