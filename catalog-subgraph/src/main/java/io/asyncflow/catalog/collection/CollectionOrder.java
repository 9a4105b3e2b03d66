package io.asyncflow.catalog.collection;

import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.catalog.text.LanguageCode;
import io.asyncflow.support.paging.Keyset;
import io.r2dbc.spi.Readable;

/**
 * What a list of collections is sorted by. Ties fall to the id.
 *
 * @param expression over {@code c}, the collection; never null
 * @param type the expression's SQL type, as {@link Keyset} knows it
 */
public record CollectionOrder(String name, String expression, String type, boolean descending) {

    public static final CollectionOrder ID = new CollectionOrder("ID", "c.id", "uuid", false);
    public static final CollectionOrder NEWEST = new CollectionOrder("NEWEST", "c.id", "uuid", true);
    public static final CollectionOrder UPDATED = new CollectionOrder("UPDATED", "c.updated_at", "timestamptz", false);

    /** A collection of a list, with its place in the list's order. */
    record Listed(Collection collection, Object sortKey) {

        static Listed read(Readable row) {
            return new Listed(CollectionRow.read(row), Columns.required(row, "sort_key", Object.class));
        }
    }

    /** Code point order: the same on every machine, and 가나다 for Hangul. */
    public static CollectionOrder title(LanguageCode language) {
        String title = "lower(c.title_%s) collate \"C\"".formatted(language.suffix());
        return new CollectionOrder("TITLE_" + language, title, "text", false);
    }

    Keyset<Listed> keyset(boolean reverse) {
        return Keyset.<Listed>ordered(name)
                .by(expression, type, Listed::sortKey)
                .by("c.id", "uuid", listed -> listed.collection().id().uuid())
                .reversed(descending != reverse);
    }
}
