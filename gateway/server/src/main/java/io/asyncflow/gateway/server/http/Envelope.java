package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the JSON around operations: {@code {"query": ..., "variables": ...}}, or an array of those. */
final class Envelope {

    private static final byte[] QUERY = "query".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OPERATION_NAME = "operationName".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VARIABLES = "variables".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXTENSIONS = "extensions".getBytes(StandardCharsets.US_ASCII);

    private final JsonScanner json;
    private @Nullable Json query;
    private @Nullable Json operationName;
    private @Nullable Json variables;
    private @Nullable Json extensions;

    private final ClientRequest.Way way;

    private Envelope(JsonScanner json, ClientRequest.Way way) {
        this.json = json;
        this.way = way;
    }

    /** Reads a body with one operation. */
    static ClientRequest one(JsonScanner json, ClientRequest.Way way) {
        ClientRequest request = new Envelope(json, way).request();
        json.expectEnd();
        return request;
    }

    /** Reads a body with an array of operations, of which there may be only so many. */
    static List<ClientRequest> several(JsonScanner json, int limit) {
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
        } while (json.accept(','));
        json.expect(']');
        json.expectEnd();
        return requests;
    }

    private ClientRequest request() {
        if (json.peek() != '{') {
            // What is no object but JSON all the same deserves the better message.
            json.value();
            throw Refusal.NOT_AN_OBJECT.exception();
        }
        json.expect('{');
        if (!json.accept('}')) {
            do {
                field();
            } while (json.accept(','));
            json.expect('}');
        }
        return of(query, operationName, variables, extensions, way);
    }

    private void field() {
        Json key = json.key();
        Json value = json.value();
        if (JsonScanner.says(key, QUERY)) {
            query = once(query, value);
        } else if (JsonScanner.says(key, VARIABLES)) {
            variables = once(variables, value);
        } else if (JsonScanner.says(key, OPERATION_NAME)) {
            operationName = once(operationName, value);
        } else if (JsonScanner.says(key, EXTENSIONS)) {
            extensions = once(extensions, value);
        }
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
                name == null || name.length() == 2 ? null : JsonScanner.text(name),
                object(variables, Refusal.WRONG_VARIABLES),
                known,
                way);
    }

    private static @Nullable Json string(@Nullable Json value, Refusal otherwise) {
        if (value == null || JsonScanner.isNull(value)) {
            return null;
        }
        if (!JsonScanner.isString(value)) {
            throw otherwise.exception();
        }
        return value;
    }

    private static @Nullable Json object(@Nullable Json value, Refusal otherwise) {
        if (value == null || JsonScanner.isNull(value)) {
            return null;
        }
        if (!JsonScanner.isObject(value)) {
            throw otherwise.exception();
        }
        return value;
    }
}
