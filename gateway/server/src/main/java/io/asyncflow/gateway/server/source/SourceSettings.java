package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.settings.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Where the supergraph comes from: one of a file, an address, and subgraphs. */
@Described("Where the supergraph comes from: give one of file, url and subgraphs.")
public record SourceSettings(
        @Described("A supergraph SDL file. It is watched. A relative path starts from the folder of the configuration.")
        @Nullable
        String file,

        @Described(
                "An address that answers GET with a supergraph SDL. It is polled, with If-None-Match where it sends an ETag.")
        @Nullable
        String url,

        @Described("Headers for requests to that address.") @Secret
        Map<String, String> headers,

        @Described("Live subgraphs by name. Each is asked for its SDL, and the gateway composes them.")
        Map<String, LiveSubgraph> subgraphs,

        @Described("The pause between two looks at an address or at the subgraphs; a file is looked at every second.")
        Duration pollInterval,

        @Described("How long an address or a subgraph may take to answer.")
        Duration timeout,

        @Described("The largest SDL that is read.") DataSize maxSize) {

    /** No source of its own: the gateway serves the graph that it is packed with. */
    public static final SourceSettings DEFAULT = new SourceSettings(
            null, null, Map.of(), Map.of(), Duration.ofSeconds(10), Duration.ofSeconds(10), DataSize.ofMegabytes(16));

    public SourceSettings {
        headers = inOrder(headers);
        subgraphs = inOrder(subgraphs);
        refuseSeveral(file, url, subgraphs);
        if (url != null && !HttpAddress.is(url)) {
            throw new IllegalArgumentException("url" + HttpAddress.EXPECTED);
        }
        if (pollInterval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("pollInterval must be at least 100ms");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout must be longer than 0s");
        }
        if (maxSize.toBytes() < 1 || maxSize.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxSize must be between 1B and 2047MB");
        }
    }

    /** The same with another file or address, and nothing else to take the supergraph from. */
    public SourceSettings from(String fileOrUrl) {
        return isUrl(fileOrUrl)
                ? new SourceSettings(null, fileOrUrl, headers, Map.of(), pollInterval, timeout, maxSize)
                : new SourceSettings(fileOrUrl, null, headers, Map.of(), pollInterval, timeout, maxSize);
    }

    /** Whether the text is an address rather than a path. */
    public static boolean isUrl(String fileOrUrl) {
        return fileOrUrl.startsWith("http://") || fileOrUrl.startsWith("https://");
    }

    static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static void refuseSeveral(
            @Nullable String file, @Nullable String url, Map<String, LiveSubgraph> subgraphs) {
        long given = Stream.of(file, url, subgraphs.isEmpty() ? null : subgraphs)
                .filter(Objects::nonNull)
                .count();
        if (given > 1) {
            throw new IllegalArgumentException(
                    "the supergraph comes from one of file, url and subgraphs, not from several");
        }
    }
}
