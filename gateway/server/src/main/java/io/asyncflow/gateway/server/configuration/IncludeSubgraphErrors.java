package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.settings.Described;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which subgraphs' error messages clients may read. */
@Described("Whose error messages clients may read. Of the others they learn only that the subgraph failed.")
public record IncludeSubgraphErrors(
        @Described("Those of all subgraphs. In production only if it is turned on here.")
        boolean all,

        @Described("Those of single subgraphs, by name: it wins over all.")
        Map<String, Boolean> subgraphs) {

    public static final IncludeSubgraphErrors DEFAULT = new IncludeSubgraphErrors(true, Map.of());

    public IncludeSubgraphErrors {
        subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
    }

    /** Whether clients may read what this subgraph says went wrong. */
    public boolean of(String subgraph) {
        return subgraphs.getOrDefault(subgraph, all);
    }
}
