package io.asyncflow.gateway.planner.execution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text, to compare them by. */
public final class JsonText {

    private JsonText() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + of(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> items -> items.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
            case String text -> "\"" + text + "\"";
            default -> value.toString();
        };
    }

    /** With the fields of all objects in the order of their names. */
    public static String sorted(@Nullable Object value) {
        return of(inOrder(value));
    }

    private static @Nullable Object inOrder(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> sorted = new TreeMap<>();
            fields.forEach((name, field) -> sorted.put((String) name, inOrder(field)));
            return sorted;
        }
        return value instanceof List<?> items
                ? items.stream().map(item -> inOrder(item)).collect(Collectors.toCollection(java.util.ArrayList::new))
                : value;
    }
}
