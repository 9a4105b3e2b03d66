package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Supergraphs for tests, without the part that all of them share. */
final class Supergraphs {

    private static final String HEADER = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
              @link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)
            { query: Query %s }
            enum join__Graph { %s }
            """;

    private Supergraphs() {}

    /** Of the subgraphs a to d. */
    static Supergraph of(String types) {
        String graphs = Stream.of("a", "b", "c", "d")
                .map(name -> "%s @join__graph(name: \"%s\", url: \"http://%s\")"
                        .formatted(name.toUpperCase(Locale.ROOT), name, name))
                .collect(Collectors.joining(" "));
        String mutation = types.contains("type Mutation") ? "mutation: Mutation" : "";
        return SupergraphReader.read(HEADER.formatted(mutation, graphs) + types);
    }
}
