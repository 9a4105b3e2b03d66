package io.asyncflow.gateway.executor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as subgraphs may get to know it.
 *
 * @param headers those of the client's request, by their names in lower case
 */
public record Caller(Map<String, List<String>> headers) {

    public static final Caller UNKNOWN = new Caller(Map.of());

    public @Nullable String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
