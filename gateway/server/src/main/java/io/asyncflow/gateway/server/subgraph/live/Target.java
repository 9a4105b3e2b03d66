package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.subgraph.header.HeaderNames;
import io.asyncflow.gateway.supergraph.Graph;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection goes, and as whom: subscriptions for which all of this is equal can share it.
 *
 * @param headers by their names in lower case
 * @param init the payload of {@code connection_init}, or null
 */
record Target(
        String subgraph,
        String url,
        Map<String, List<String>> headers,
        @Nullable Json init,
        Duration heartbeat) {

    static Target of(Graph graph, UpstreamSettings settings, Map<String, List<String>> headers) {
        Map<String, List<String>> sent = new TreeMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (isPassedOn(lower, settings.protocol())) {
                sent.put(lower, List.copyOf(values));
            }
        });
        return new Target(
                graph.name(),
                url(graph, settings),
                sent,
                init(settings.connectionInitHeaders(), sent),
                settings.heartbeatInterval());
    }

    void write(HttpHeaders request) {
        headers.forEach(request::set);
    }

    /** Those of one request would keep subscriptions from sharing a socket. */
    private static boolean isPassedOn(String header, Protocol protocol) {
        return !HeaderNames.isOfOneHop(header) && (protocol == Protocol.SSE || !HeaderNames.isOfOneRequest(header));
    }

    private static String url(Graph graph, UpstreamSettings settings) {
        HttpAddress address = HttpAddress.of(graph.url());
        String scheme = (settings.protocol() == Protocol.SSE ? "http" : "ws") + (address.secure() ? "s" : "");
        String path = settings.path() == null ? address.path() + address.query() : settings.path();
        return scheme + "://" + address.authority() + path;
    }

    private static @Nullable Json init(List<String> names, Map<String, List<String>> headers) {
        StringJoiner entries = new StringJoiner(",", "{", "}").setEmptyValue("");
        for (String name : names) {
            List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (!values.isEmpty()) {
                entries.add(JsonValues.write(name) + ":" + JsonValues.write(String.join(", ", values)));
            }
        }
        return entries.length() == 0 ? null : Json.of(entries.toString());
    }
}
