package io.asyncflow.catalog.product;

import io.asyncflow.catalog.rows.Where;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A condition on products, as clients send it. All fields that are given must hold. */
public record ProductFilter(
        @Nullable Boolean available,
        @Nullable PriceRangeFilter price,
        @Nullable List<String> vendor,
        @Nullable String tag,
        @Nullable String productType,
        @Nullable NameValueInput variantOption,
        @Nullable NameValueInput attribute,
        @Nullable Instant updatedAfter) {

    private static final String HAS_ATTRIBUTE = "(p.attributes @> ? or p.attributes @> ?)";
    private static final String HAS_OPTION = """
            exists (select from product_variant v
                     where v.product_id = p.id and (v.selected_options @> ? or v.selected_options @> ?))""";

    private static final int LONGEST_TEXT = 255;
    private static final int MOST_VENDORS = 50;
    // What PostgreSQL can store is less than what Java can parse.
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** A name with a value, both in one language. */
    public record NameValueInput(String name, String value) {

        private Object[] inEachLanguage() {
            return new Object[] {in("en"), in("ko")};
        }

        /** What a jsonb list contains that has this pair in the language. */
        private Json in(String language) {
            var pair = Map.of("name", Map.of(language, name), "value", Map.of(language, value));
            return Json.of(JsonMapper.shared().writeValueAsString(List.of(pair)));
        }
    }

    void addTo(Where where) {
        given(available, wanted -> where.and("p.available_for_sale = ?", wanted));
        given(price, range -> range.addTo(where));
        given(vendor, names -> where.and("p.vendor = any (?)", (Object) vendors(names)));
        given(tag, name -> where.and("? = any (p.tags_en || p.tags_ko)", text("tag", name)));
        given(productType, name -> where.and("? in (p.product_type_en, p.product_type_ko)", text("productType", name)));
        given(
                variantOption,
                pair -> where.and(HAS_OPTION, checked("variantOption", pair).inEachLanguage()));
        given(
                attribute,
                pair -> where.and(HAS_ATTRIBUTE, checked("attribute", pair).inEachLanguage()));
        given(updatedAfter, time -> where.and("p.updated_at > ?", storable(time)));
    }

    private static <T> void given(@Nullable T value, Consumer<T> add) {
        if (value != null) {
            add.accept(value);
        }
    }

    private static String[] vendors(List<String> vendors) {
        if (vendors.isEmpty() || vendors.size() > MOST_VENDORS) {
            throw new BadInput("filters.vendor", "must hold between 1 and " + MOST_VENDORS + " vendors");
        }
        return vendors.stream().map(name -> text("vendor", name)).toArray(String[]::new);
    }

    private static NameValueInput checked(String field, NameValueInput pair) {
        return new NameValueInput(text(field + ".name", pair.name()), text(field + ".value", pair.value()));
    }

    private static Instant storable(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new BadInput("filters.updatedAfter", "must lie between the years 1 and 9999");
        }
        return time;
    }

    private static String text(String field, String text) {
        return Texts.required("filters." + field, text, LONGEST_TEXT);
    }
}
