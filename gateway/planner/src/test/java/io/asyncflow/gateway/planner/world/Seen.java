package io.asyncflow.gateway.planner.world;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing as whoever answers sees it.
 *
 * @param as the type that it has there: an interface object's is the interface
 * @param given the representation that it was asked for with, or null where it was reached by a field
 * @param parent the object that it is in, or null at the root
 */
record Seen(
        Thing thing,
        String as,
        @Nullable Map<String, Object> given,
        @Nullable Seen parent) {

    static Seen root(String type) {
        return new Seen(new Thing(type, 0), type, null, null);
    }
}
