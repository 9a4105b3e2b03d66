package io.asyncflow.support.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that happened, as it goes over the bus.
 *
 * @param type what happened; what stands before its dot is the topic
 * @param key whom it happened to: events of one key are handled in the order in which they happened
 * @param data the JSON object that the type's schema describes
 * @param trace the W3C {@code traceparent} of the request that made it happen
 */
public record Event(
        UUID id,
        String type,
        String key,
        Instant at,
        String data,
        @Nullable String trace) {

    public String topic() {
        return EventType.topicOf(type);
    }

    /** What it carries. */
    public <T> T read(EventType<T> expected) {
        if (!type.equals(expected.name())) {
            throw new IllegalArgumentException("An event " + type + " is no " + expected.name());
        }
        return JsonMapper.shared().readValue(data, expected.data());
    }
}
