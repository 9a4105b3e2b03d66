package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.List;

/** Supergraphs of a single subgraph, for what does not depend on how many there are. */
final class Graphs {

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: ["@inaccessible"])
            """;

    private Graphs() {}

    static Joins joins(String sdl) {
        Composed composed = (Composed) Composer.compose(List.of(new Subgraph("all", "http://all", LINK + sdl)));
        return Joins.of(composed.supergraph());
    }
}
