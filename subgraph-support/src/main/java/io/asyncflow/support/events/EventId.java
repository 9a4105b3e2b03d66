package io.asyncflow.support.events;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names an event, in all services. */
public record EventId(UUID uuid) implements TypedId {

    private static final String PREFIX = "event";

    public static EventId parse(String argument, String text) {
        return new EventId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
