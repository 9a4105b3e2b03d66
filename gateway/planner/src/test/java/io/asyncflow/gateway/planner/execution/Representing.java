package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.planner.plan.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the representations of a lookup. */
final class Representing {

    private static final Object ABSENT = new Object();

    private Representing() {}

    /** The object's representation, or null where it has none. */
    static @Nullable Map<String, Object> of(Lookup lookup, Map<String, Object> object) {
        for (Lookup.Representation each : lookup.representations()) {
            if (Tree.isAmong(each.types(), object)) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put(Tree.TYPENAME, each.typename());
                return add(fields, each.inputs(), object) ? fields : null;
            }
        }
        return null;
    }

    private static boolean add(Map<String, Object> fields, List<Lookup.Input> inputs, Map<String, Object> from) {
        for (Lookup.Input input : inputs) {
            if (Tree.isAmong(input.types(), from)) {
                Object value = from.containsKey(input.from()) ? copy(from.get(input.from()), input) : ABSENT;
                if (value == ABSENT) {
                    return false;
                }
                fields.put(input.name(), value);
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object copy(@Nullable Object value, Lookup.Input input) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> fields = new LinkedHashMap<>();
            return add(fields, input.inputs(), (Map<String, Object>) object) ? fields : ABSENT;
        }
        if (value instanceof List<?> items) {
            List<Object> copied = new ArrayList<>();
            for (Object item : items) {
                copied.add(copy(item, input));
            }
            return copied.contains(ABSENT) ? ABSENT : copied;
        }
        return value;
    }
}
