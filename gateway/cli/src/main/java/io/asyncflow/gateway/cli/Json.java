package io.asyncflow.gateway.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, text, numbers and booleans as JSON. */
final class Json {

    private final StringBuilder written = new StringBuilder();

    private Json() {}

    static String write(Object value) {
        var json = new Json();
        json.value(value, "\n");
        return json.written.toString();
    }

    private void value(@Nullable Object value, String newline) {
        switch (value) {
            case null -> written.append("null");
            case Map<?, ?> map -> object(map, newline);
            case List<?> list -> array(list, newline);
            case String text -> text(text);
            default -> written.append(value);
        }
    }

    private void object(Map<?, ?> map, String newline) {
        written.append('{');
        String separator = "";
        for (var entry : map.entrySet()) {
            written.append(separator).append(newline).append("  ");
            text(String.valueOf(entry.getKey()));
            written.append(": ");
            value(entry.getValue(), newline + "  ");
            separator = ",";
        }
        written.append(map.isEmpty() ? "" : newline).append('}');
    }

    private void array(List<?> list, String newline) {
        written.append('[');
        String separator = "";
        for (Object element : list) {
            written.append(separator).append(newline).append("  ");
            value(element, newline + "  ");
            separator = ",";
        }
        written.append(list.isEmpty() ? "" : newline).append(']');
    }

    private void text(String text) {
        written.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> written.append("\\\"");
                case '\\' -> written.append("\\\\");
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                case '\t' -> written.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        written.append(String.format("\\u%04x", (int) c));
                    } else {
                        written.append(c);
                    }
                }
            }
        }
        written.append('"');
    }
}
