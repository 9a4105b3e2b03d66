package io.asyncflow.gateway.executor.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Java values and back: maps, lists, strings, {@link BigDecimal}s, Booleans and null; where written, also other
 * numbers, and {@link Json} as it is. For what is small or rare.
 */
public final class JsonValues {

    /** Reading a number takes time that grows with the square of its length. */
    private static final int LONGEST_NUMBER = 1000;

    private final JsonCursor cursor;

    private JsonValues(JsonCursor cursor) {
        this.cursor = cursor;
    }

    public static @Nullable Object read(Json json) {
        JsonCursor cursor = new JsonCursor().over(json);
        cursor.skip();
        cursor.expectEnd();
        return new JsonValues(cursor.over(json)).value();
    }

    /** A JSON string's text. */
    public static String text(Json string) {
        byte[] bytes = string.bytes();
        for (int i = string.from() + 1; i < string.to() - 1; i++) {
            if (bytes[i] == '\\') {
                return String.valueOf(read(string));
            }
        }
        return new String(bytes, string.from() + 1, string.length() - 2, StandardCharsets.UTF_8);
    }

    /** An object's fields, each as it stands there; the last where two have the same name. */
    public static Map<String, Json> fields(Json object) {
        Map<String, Json> fields = new LinkedHashMap<>();
        JsonCursor cursor = new JsonCursor().over(object);
        cursor.expect('{');
        if (!cursor.take('}')) {
            do {
                String name = text(slice(cursor));
                cursor.expect(':');
                fields.put(name, slice(cursor));
            } while (cursor.take(','));
            cursor.expect('}');
        }
        return fields;
    }

    private static Json slice(JsonCursor cursor) {
        int start = cursor.skip();
        return new Json(cursor.bytes(), start, cursor.at());
    }

    private @Nullable Object value() {
        return switch (cursor.peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            default -> scalar();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        cursor.expect('{');
        while (!cursor.take('}')) {
            cursor.take(',');
            cursor.peek();
            String name = string();
            cursor.expect(':');
            fields.put(name, value());
        }
        return fields;
    }

    private List<Object> list() {
        List<Object> items = new ArrayList<>();
        cursor.expect('[');
        while (!cursor.take(']')) {
            cursor.take(',');
            items.add(value());
        }
        return items;
    }

    private @Nullable Object scalar() {
        String text = slice(cursor).toString();
        return switch (text) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(text);
        };
    }

    private BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw cursor.wrong("A number of more than " + LONGEST_NUMBER + " characters");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException tooLarge) {
            throw cursor.wrong("A number beyond all bounds");
        }
    }

    private String string() {
        Json text = slice(cursor);
        StringBuilder read = new StringBuilder(text.length());
        String raw = new String(text.bytes(), text.from() + 1, text.length() - 2, StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length(); i++) {
            char next = raw.charAt(i);
            if (next != '\\') {
                read.append(next);
            } else if (raw.charAt(++i) == 'u') {
                read.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                read.append(unescaped(raw.charAt(i)));
            }
        }
        return read.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    public static Json write(@Nullable Object value) {
        JsonWriter writer = new JsonWriter(64);
        write(value, writer);
        return writer.toJson();
    }

    public static void write(@Nullable Object value, JsonWriter writer) {
        switch (value) {
            case null -> writer.raw("null");
            case String text -> writer.string(text);
            case Json json -> writer.add(json);
            case Map<?, ?> fields -> write(fields, writer);
            case List<?> items -> write(items, writer);
            default -> writer.raw(value.toString());
        }
    }

    private static void write(Map<?, ?> fields, JsonWriter writer) {
        writer.add('{');
        int start = writer.length();
        fields.forEach((name, value) -> {
            if (writer.length() > start) {
                writer.add(',');
            }
            writer.string(String.valueOf(name)).add(':');
            write(value, writer);
        });
        writer.add('}');
    }

    private static void write(List<?> items, JsonWriter writer) {
        writer.add('[');
        int start = writer.length();
        for (Object item : items) {
            if (writer.length() > start) {
                writer.add(',');
            }
            write(item, writer);
        }
        writer.add(']');
    }
}
