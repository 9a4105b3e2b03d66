package io.asyncflow.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/** What a request gets that never reached a handler: the shape that GraphQL clients read, and no internals. */
final class CodedErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
        int status = status(request, options);
        HttpStatus http = HttpStatus.resolve(status);
        String reason = http == null ? "Error" : http.getReasonPhrase();
        String code = reason.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        // The handler takes the response's status from here.
        return Map.of(
                "status",
                status,
                "errors",
                List.of(Map.of("message", message(status, reason), "extensions", Map.of("code", code))));
    }

    private int status(ServerRequest request, ErrorAttributeOptions options) {
        if (tooLarge(getError(request))) {
            return HttpStatus.CONTENT_TOO_LARGE.value();
        }
        return super.getErrorAttributes(request, options).get("status") instanceof Integer known ? known : 500;
    }

    /** Spring takes a body beyond {@code spring.http.codecs.max-in-memory-size} for a fault of ours. */
    private static boolean tooLarge(@Nullable Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .anyMatch(DataBufferLimitException.class::isInstance);
    }

    private static String message(int status, String reason) {
        return switch (status) {
            case 400 -> "The request's body is not what is expected here: a JSON object with a query";
            case 404 -> "Nothing is served at this address";
            case 413 -> "The request is too large";
            case 503 -> "A service that this request needs does not answer; try again in a moment";
            default -> reason;
        };
    }
}
