package io.asyncflow.catalog.product;

import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.rows.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;

/** A picture of a product, with its place among them. */
record ImageRow(UUID id, int position, Image image) {

    static ImageRow read(Readable row) {
        return new ImageRow(Columns.uuid(row, "id"), Columns.number(row, "position"), image(row));
    }

    static Image image(Readable row) {
        return new Image(
                Columns.text(row, "path"),
                Columns.localized(row, "alt_text"),
                Columns.number(row, "width"),
                Columns.number(row, "height"));
    }
}
