package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL that are ours, whatever else it has; encoded as {@code application/x-www-form-urlencoded}. */
final class UrlParameters {

    private static final Set<String> OURS =
            Set.of("query", "operationName", "variables", "extensions", "token", "operationId");

    private final Map<String, String> values = new LinkedHashMap<>();

    private UrlParameters() {}

    static UrlParameters of(String uri) {
        var parameters = new UrlParameters();
        int fragment = uri.indexOf('#');
        int end = fragment < 0 ? uri.length() : fragment;
        int from = uri.indexOf('?') + 1;
        while (from > 0 && from < end) {
            int next = uri.indexOf('&', from);
            int to = next < 0 || next > end ? end : next;
            parameters.add(uri, from, to);
            from = to + 1;
        }
        return parameters;
    }

    private void add(String uri, int from, int to) {
        int equals = uri.indexOf('=', from);
        int nameEnd = equals < 0 || equals > to ? to : equals;
        String name = uri.substring(from, nameEnd);
        if (!OURS.contains(name)) {
            return;
        }
        String value = nameEnd == to ? "" : decoded(uri, nameEnd + 1, to);
        if (values.put(name, value) != null) {
            throw Refusal.REPEATED_FIELD.exception();
        }
    }

    private static String decoded(String uri, int from, int to) {
        var bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            char next = uri.charAt(i);
            if (next == '%') {
                bytes.write(hex(uri, i + 1, to));
                i += 2;
            } else {
                bytes.write(next == '+' ? ' ' : next);
            }
        }
        byte[] text = bytes.toByteArray();
        if (!Utf8.isValid(text, text.length)) {
            throw Refusal.NOT_UTF_8.exception();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int hex(String uri, int at, int to) {
        int high = at + 1 < to ? Character.digit(uri.charAt(at), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(uri.charAt(at + 1), 16);
        if (low < 0) {
            throw Refusal.BAD_URL.exception();
        }
        return high * 16 + low;
    }

    /** The value, or null where it is absent or empty: GraphQL over HTTP makes no difference between the two. */
    @Nullable
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    boolean askNothing() {
        return get("query") == null && get("extensions") == null;
    }

    ClientRequest request(ClientRequest.Way way) {
        return Envelope.of(
                text(get("query")), text(get("operationName")), json(get("variables")), json(get("extensions")), way);
    }

    private static @Nullable Json text(@Nullable String value) {
        return value == null ? null : JsonValues.write(value);
    }

    private static @Nullable Json json(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return Envelope.value(Json.of(value));
    }
}
