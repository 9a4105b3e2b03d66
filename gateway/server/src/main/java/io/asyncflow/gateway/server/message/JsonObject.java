package io.asyncflow.gateway.server.message;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object, taken apart into its members and no further. */
public record JsonObject(Map<String, Json> members) {

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Fails with {@link MalformedMessage} for anything but one well-formed object, and where it has two members of one name:
     * parsers disagree on which of them counts.
     */
    public static JsonObject read(Json text) {
        try {
            return new JsonObject(members(new JsonCursor().over(text)));
        } catch (JsonException malformed) {
            throw new MalformedMessage("It is not JSON: " + malformed.getMessage());
        }
    }

    private static Map<String, Json> members(JsonCursor cursor) {
        Map<String, Json> members = new LinkedHashMap<>();
        cursor.expect('{');
        if (!cursor.take('}')) {
            do {
                member(cursor, members);
            } while (cursor.take(','));
            cursor.expect('}');
        }
        cursor.expectEnd();
        return members;
    }

    private static void member(JsonCursor cursor, Map<String, Json> members) {
        if (cursor.peek() != '"') {
            throw cursor.wrong("Expected a name");
        }
        String name = JsonValues.text(next(cursor));
        cursor.expect(':');
        if (members.put(name, next(cursor)) != null) {
            throw new MalformedMessage("'" + name + "' is given twice");
        }
    }

    private static Json next(JsonCursor cursor) {
        int start = cursor.skip();
        return new Json(cursor.bytes(), start, cursor.at());
    }

    /** Whether a well-formed value is an object. */
    public static boolean isObject(Json value) {
        return startsWith(value, '{');
    }

    /** Whether a well-formed value is an array. */
    public static boolean isArray(Json value) {
        return startsWith(value, '[');
    }

    /** Whether a well-formed value is a string. */
    public static boolean isString(Json value) {
        return startsWith(value, '"');
    }

    /** The member's value, or null where there is none or it is {@code null}. */
    public @Nullable Json get(String name) {
        Json value = members.get(name);
        return value == null || value.equals(Json.NULL) ? null : value;
    }

    /** As {@link #get}, for what has to be a string if it is there. */
    public @Nullable Json string(String name) {
        return checked(name, get(name), '"', "a string");
    }

    /** As {@link #get}, for what has to be an object if it is there. */
    public @Nullable Json object(String name) {
        return checked(name, get(name), '{', "an object");
    }

    private static @Nullable Json checked(String name, @Nullable Json value, char first, String expected) {
        if (value != null && !startsWith(value, first)) {
            throw new MalformedMessage("'" + name + "' has to be " + expected);
        }
        return value;
    }

    private static boolean startsWith(Json value, char first) {
        return value.length() > 0 && value.bytes()[value.from()] == first;
    }
}
