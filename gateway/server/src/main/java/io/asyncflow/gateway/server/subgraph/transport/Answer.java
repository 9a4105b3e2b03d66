package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.message.JsonObject;
import io.asyncflow.gateway.server.message.MalformedMessage;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One answer, taken in piece by piece; each step throws a {@link Failure} where it is no answer to use. */
final class Answer {

    private final int limit;
    private final int status;
    private final boolean json;
    private final boolean gzip;
    private final Body body;

    Answer(HttpResponse head, int limit) {
        HttpHeaders headers = head.headers();
        this.limit = limit;
        this.status = head.status().code();
        this.json = isJson(headers.get(HttpHeaderNames.CONTENT_TYPE));
        this.gzip = isGzip(headers.get(HttpHeaderNames.CONTENT_ENCODING));
        this.body = new Body(HttpUtil.getContentLength(head, Body.UNKNOWN), limit);
    }

    void add(ByteBuf piece) {
        body.add(piece);
    }

    /**
     * The answer is complete. One with a status of failure counts when it is JSON of GraphQL's own shape: its errors say
     * more than a number.
     */
    Json end() {
        boolean success = status >= 200 && status < 300;
        if (success && body.isEmpty()) {
            throw Failure.of(Fault.EMPTY);
        }
        if (success && !json) {
            throw Failure.of(Fault.NO_JSON);
        }
        Json content = json ? content() : null;
        if (success && content != null) {
            return content;
        }
        throw failure(content);
    }

    private Failure failure(@Nullable Json content) {
        return Failure.ofStatus(status, content == null || !isGraphQL(content) ? null : content);
    }

    private Json content() {
        return gzip ? Gzip.inflate(body.content(), limit) : body.content();
    }

    private static boolean isGraphQL(Json content) {
        try {
            Set<String> members = JsonObject.read(content).members().keySet();
            return members.contains("data") || members.contains("errors");
        } catch (MalformedMessage _) {
            return false;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end).strip();
        return type.equalsIgnoreCase("application/json") || type.equalsIgnoreCase("application/graphql-response+json");
    }

    /** Nothing but gzip was asked for. */
    private static boolean isGzip(@Nullable String encoding) {
        if (encoding == null) {
            return false;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> true;
            case "", "identity" -> false;
            default -> throw Failure.of(Fault.UNREADABLE);
        };
    }
}
