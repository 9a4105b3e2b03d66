package io.asyncflow.support.events;

import static io.asyncflow.support.rows.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Events as rows: the columns that the tables of this package share. */
final class EventRows {

    private EventRows() {}

    static Event event(Readable row) {
        return new Event(
                required(row, "event_id", UUID.class),
                required(row, "type", String.class),
                required(row, "key", String.class),
                required(row, "happened_at", Instant.class),
                required(row, "data", String.class),
                row.get("trace", String.class));
    }

    /** For {@code unnest(:ids, :types, :keys, :times, :data, :traces)}. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Event> events) {
        return statement
                .bind("ids", column(events, Event::id, UUID[]::new))
                .bind("types", column(events, Event::type, String[]::new))
                .bind("keys", column(events, Event::key, String[]::new))
                .bind("times", column(events, Event::at, Instant[]::new))
                .bind("data", column(events, Event::data, String[]::new))
                .bind("traces", column(events, Event::trace, String[]::new));
    }

    static <T extends @Nullable Object> T[] column(
            List<Event> events, Function<Event, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
