package io.asyncflow.gateway.server.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Content-Type}. */
final class ContentType {

    private static final String JSON = "application/json";

    private ContentType() {}

    /** Whether it is JSON in UTF-8. */
    static boolean isJson(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, JSON, 0, JSON.length())) {
            return false;
        }
        return header.length() == JSON.length() || isUtf8(header.substring(JSON.length()));
    }

    private static boolean isUtf8(String rest) {
        String parameters = rest.strip().toLowerCase(Locale.ROOT);
        if (parameters.isEmpty()) {
            return true;
        }
        if (!parameters.startsWith(";") || parameters.contains(",")) {
            return false;
        }
        for (String parameter : parameters.substring(1).split(";", -1)) {
            String charset = parameter.strip();
            if (charset.startsWith("charset=") && !charset.matches("charset=\"?utf-?8\"?")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a browser sends it to another site only after asking: all but what forms can send. */
    static boolean needsPreflight(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain" -> false;
            // Only what is a media type beyond doubt counts: browsers let through what they cannot read.
            default -> type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
        };
    }
}
