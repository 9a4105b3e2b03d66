package io.asyncflow.support.events.redis;

import io.asyncflow.support.events.Event;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in a stream.
 *
 * @param id its place there, with which it is acknowledged
 * @param event null when somebody else has deleted it, or has written what is no event
 */
record Entry(String id, @Nullable Event event) {

    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    /** The fields, in the order in which the script that publishes takes them. */
    static Stream<String> fields(Event event) {
        String trace = event.trace() == null ? "" : event.trace();
        return Stream.of(
                event.id().toString(), event.type(), event.key(), event.at().toString(), event.data(), trace);
    }

    /** From the answer of Redis: an id, and names and values in turn. */
    static Entry of(Object answer) {
        List<?> parts = (List<?>) answer;
        String id = String.valueOf(parts.getFirst());
        try {
            return new Entry(id, parts.get(1) instanceof List<?> fields ? event(pairs(fields)) : null);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            LOG.error("Entry {} is no event, and is left out: {}", id, malformed.toString());
            return new Entry(id, null);
        }
    }

    private static Event event(Map<String, String> fields) {
        String trace = fields.getOrDefault("trace", "");
        return new Event(
                UUID.fromString(fields.getOrDefault("id", "")),
                fields.getOrDefault("type", ""),
                fields.getOrDefault("key", ""),
                Instant.parse(fields.getOrDefault("at", "")),
                fields.getOrDefault("data", ""),
                trace.isEmpty() ? null : trace);
    }

    private static Map<String, String> pairs(List<?> namesAndValues) {
        var pairs = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            pairs.put(String.valueOf(namesAndValues.get(i)), String.valueOf(namesAndValues.get(i + 1)));
        }
        return pairs;
    }
}
