package io.asyncflow.catalog.collection;

import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.rows.Columns;
import io.r2dbc.spi.Readable;
import tools.jackson.core.type.TypeReference;

/** How a collection stands in its table. */
final class CollectionRow {

    static final String COLUMNS = """
            c.id, c.handle, c.title_en, c.title_ko, c.description_en, c.description_ko, c.seo, c.image,
            c.updated_at""";

    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};

    private CollectionRow() {}

    static Collection read(Readable row) {
        return new Collection(
                new CollectionId(Columns.uuid(row, "id")),
                Columns.text(row, "handle"),
                Columns.localized(row, "title"),
                Columns.localized(row, "description"),
                Columns.seo(row),
                Columns.optionalJson(row, "image", IMAGE),
                Columns.instant(row, "updated_at"));
    }
}
