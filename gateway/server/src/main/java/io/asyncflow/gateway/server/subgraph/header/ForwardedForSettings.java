package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.service.AddressRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code forwarded_for}. */
@Described("Which subgraphs learn in X-Forwarded-For where a query or mutation comes from. Clients cannot forge it.")
public record ForwardedForSettings(
        @Described("All subgraphs. Left out: those of the packaged graph, and no others.") @Nullable
        Boolean all,

        @Described("Single subgraphs, by name: it wins over all.")
        Map<String, Boolean> subgraphs,

        @Described(
                "Addresses and ranges, such as 10.0.0.0/8, of the proxies in front of the gateway: what they write into"
                        + " the header is kept. What others write is dropped.")
        List<String> trustedProxies) {

    public static final ForwardedForSettings DEFAULT = new ForwardedForSettings(null, Map.of(), List.of());

    public ForwardedForSettings {
        subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(ForwardedForSettings::range);
    }

    /** These, with what holds where nothing is said. */
    public ForwardedForSettings otherwise(boolean told) {
        return all == null ? new ForwardedForSettings(told, subgraphs, trustedProxies) : this;
    }

    boolean tells(String subgraph) {
        return subgraphs.getOrDefault(subgraph, Boolean.TRUE.equals(all));
    }

    List<AddressRange> ranges() {
        return trustedProxies.stream().map(ForwardedForSettings::range).toList();
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.parse(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "trustedProxies must be network addresses or ranges, such as 10.0.0.0/8, not '" + text + "'",
                    malformed);
        }
    }
}
