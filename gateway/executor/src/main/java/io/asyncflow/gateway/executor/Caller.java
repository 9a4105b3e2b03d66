package io.asyncflow.gateway.executor;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as subgraphs may get to know it.
 *
 * @param headers those of the client's request, by their names in lower case
 * @param peer the other end of the connection that it came on: the client, or the last proxy before us
 */
public record Caller(
        Map<String, List<String>> headers, @Nullable InetAddress peer) {

    public static final Caller UNKNOWN = new Caller(Map.of());

    /** Somebody of whom it is not known where they are. */
    public Caller(Map<String, List<String>> headers) {
        this(headers, null);
    }

    public @Nullable String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
