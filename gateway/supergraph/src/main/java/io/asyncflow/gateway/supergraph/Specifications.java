package io.asyncflow.gateway.supergraph;

import java.util.Map;
import java.util.Set;

/** The specifications that supergraphs are made of, in the versions this gateway understands. */
final class Specifications {

    static final String LINK = "https://specs.apollo.dev/link";
    static final String CORE = "https://specs.apollo.dev/core";
    static final String JOIN = "https://specs.apollo.dev/join";
    static final String INACCESSIBLE = "https://specs.apollo.dev/inaccessible";
    static final String TAG = "https://specs.apollo.dev/tag";

    private static final Map<String, Set<String>> VERSIONS = Map.ofEntries(
            Map.entry(LINK, Set.of("v1.0")),
            Map.entry(CORE, Set.of("v0.1", "v0.2")),
            Map.entry(JOIN, Set.of("v0.1", "v0.2", "v0.3", "v0.4", "v0.5")),
            Map.entry(TAG, Set.of("v0.1", "v0.2", "v0.3")),
            Map.entry(INACCESSIBLE, Set.of("v0.1", "v0.2")),
            Map.entry("https://specs.apollo.dev/authenticated", Set.of("v0.1")),
            Map.entry("https://specs.apollo.dev/requiresScopes", Set.of("v0.1")),
            Map.entry("https://specs.apollo.dev/policy", Set.of("v0.1")),
            Map.entry("https://specs.apollo.dev/context", Set.of("v0.1")),
            Map.entry("https://specs.apollo.dev/cost", Set.of("v0.1")),
            Map.entry("https://specs.apollo.dev/cacheTag", Set.of("v0.1")));

    private Specifications() {}

    /** Whether a supergraph that needs the specification to be answered rightly, or safely, can be served. */
    static boolean understands(Link link) {
        return VERSIONS.getOrDefault(link.identity(), Set.of()).contains(link.version());
    }
}
