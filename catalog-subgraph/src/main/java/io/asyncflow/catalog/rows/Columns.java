package io.asyncflow.catalog.rows;

import io.asyncflow.catalog.text.Localized;
import io.asyncflow.catalog.text.Seo;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads our own kinds of values from a row. A value that must be there and is not is a fault of ours. */
public final class Columns {

    private static final TypeReference<Seo> SEO = new TypeReference<>() {};

    private Columns() {}

    public static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    public static UUID uuid(Readable row, String column) {
        return required(row, column, UUID.class);
    }

    public static String text(Readable row, String column) {
        return required(row, column, String.class);
    }

    public static int number(Readable row, String column) {
        return required(row, column, Integer.class);
    }

    public static boolean flag(Readable row, String column) {
        return required(row, column, Boolean.class);
    }

    public static Instant instant(Readable row, String column) {
        return required(row, column, OffsetDateTime.class).toInstant();
    }

    /** From the columns {@code <name>_en} and {@code <name>_ko}. */
    public static Localized<String> localized(Readable row, String name) {
        return new Localized<>(text(row, name + "_en"), text(row, name + "_ko"));
    }

    public static Localized<List<String>> localizedList(Readable row, String name) {
        return new Localized<>(
                List.of(required(row, name + "_en", String[].class)),
                List.of(required(row, name + "_ko", String[].class)));
    }

    public static <T> T json(Readable row, String column, TypeReference<T> type) {
        return Objects.requireNonNull(optionalJson(row, column, type), column);
    }

    public static <T> @Nullable T optionalJson(Readable row, String column, TypeReference<T> type) {
        Json json = row.get(column, Json.class);
        return json == null ? null : JsonMapper.shared().readValue(json.asArray(), type);
    }

    public static Seo seo(Readable row) {
        return json(row, "seo", SEO);
    }
}
