package io.asyncflow.support.rows;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reads what must be in a row of the database: if it is not, that is a fault of ours. */
public final class Columns {

    private Columns() {}

    public static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
