package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.message.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the JSON around operations: {@code {"query": ..., "variables": ...}}, or an array of those. */
final class Envelope {

    private final JsonCursor json;
    private @Nullable Json query;
    private @Nullable Json operationName;
    private @Nullable Json variables;
    private @Nullable Json extensions;

    private final ClientRequest.Way way;

    private Envelope(JsonCursor json, ClientRequest.Way way) {
        this.json = json;
        this.way = way;
    }

    /** Reads a body with one operation. */
    static ClientRequest one(JsonCursor json, ClientRequest.Way way) {
        try {
            ClientRequest request = new Envelope(json, way).request();
            json.expectEnd();
            return request;
        } catch (JsonException _) {
            throw Refusal.NOT_JSON.exception();
        }
    }

    /** Reads a body with an array of operations, of which there may be only so many. */
    static List<ClientRequest> several(JsonCursor json, int limit) {
        try {
            return requests(json, limit);
        } catch (JsonException _) {
            throw Refusal.NOT_JSON.exception();
        }
    }

    /** The one value of which the text consists, without the white space around it. */
    static Json value(Json text) {
        try {
            var json = new JsonCursor().over(text);
            Json value = next(json);
            json.expectEnd();
            return value;
        } catch (JsonException _) {
            throw Refusal.NOT_JSON.exception();
        }
    }

    private static List<ClientRequest> requests(JsonCursor json, int limit) {
        var requests = new ArrayList<ClientRequest>();
        json.expect('[');
        if (json.peek() == ']') {
            throw Refusal.EMPTY_BATCH.exception();
        }
        do {
            if (requests.size() == limit) {
                throw Refusal.BATCH_TOO_LARGE.exception();
            }
            requests.add(new Envelope(json, ClientRequest.Way.PLAIN).request());
        } while (json.take(','));
        json.expect(']');
        json.expectEnd();
        return requests;
    }

    private ClientRequest request() {
        if (json.peek() != '{') {
            // What is no object but JSON all the same deserves the better message.
            json.skip();
            throw Refusal.NOT_AN_OBJECT.exception();
        }
        json.expect('{');
        if (!json.take('}')) {
            do {
                field();
            } while (json.take(','));
            json.expect('}');
        }
        return of(query, operationName, variables, extensions, way);
    }

    private void field() {
        if (json.peek() != '"') {
            throw Refusal.NOT_JSON.exception();
        }
        String name = JsonValues.text(next(json));
        json.expect(':');
        Json value = next(json);
        switch (name) {
            case "query" -> query = once(query, value);
            case "variables" -> variables = once(variables, value);
            case "operationName" -> operationName = once(operationName, value);
            case "extensions" -> extensions = once(extensions, value);
            default -> {}
        }
    }

    private static Json next(JsonCursor json) {
        int start = json.skip();
        return new Json(json.bytes(), start, json.at());
    }

    /** Parsers disagree on which of two equal keys counts; one that checks and one that runs must not. */
    private static Json once(@Nullable Json before, Json value) {
        if (before != null) {
            throw Refusal.REPEATED_FIELD.exception();
        }
        return value;
    }

    static ClientRequest of(
            @Nullable Json query,
            @Nullable Json operationName,
            @Nullable Json variables,
            @Nullable Json extensions,
            ClientRequest.Way way) {
        Json document = string(query, Refusal.WRONG_QUERY);
        Json name = string(operationName, Refusal.WRONG_OPERATION_NAME);
        Json known = object(extensions, Refusal.WRONG_EXTENSIONS);
        if (document == null && known == null) {
            throw Refusal.NO_QUERY.exception();
        }
        return new ClientRequest(
                document,
                name == null || name.length() == 2 ? null : JsonValues.text(name),
                object(variables, Refusal.WRONG_VARIABLES),
                known,
                way);
    }

    private static @Nullable Json string(@Nullable Json value, Refusal otherwise) {
        if (value == null || value.equals(Json.NULL)) {
            return null;
        }
        if (!JsonObject.isString(value)) {
            throw otherwise.exception();
        }
        return value;
    }

    private static @Nullable Json object(@Nullable Json value, Refusal otherwise) {
        if (value == null || value.equals(Json.NULL)) {
            return null;
        }
        if (!JsonObject.isObject(value)) {
            throw otherwise.exception();
        }
        return value;
    }
}
