package io.asyncflow.gateway.planner.oracle;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.composition.subgraph.SubgraphReader;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.world.World;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Subgraphs that compose, with all that is made of them. */
public record ComposedGraph(
        List<Subgraph> subgraphs, Supergraph supergraph, Joins joins, Operations operations, List<World> worlds) {

    private static final int WORLDS = 3;
    private static final int MANY_WORLDS = 24;

    public static ComposedGraph of(List<Subgraph> subgraphs) {
        return switch (Composer.compose(subgraphs)) {
            case Composed composed -> of(subgraphs, composed.supergraph());
            case Failed failed -> throw new IllegalArgumentException(reasons(failed));
        };
    }

    /** Null where the subgraphs do not compose. */
    public static @Nullable ComposedGraph orNull(List<Subgraph> subgraphs) {
        return Composer.compose(subgraphs) instanceof Composed composed ? of(subgraphs, composed.supergraph()) : null;
    }

    private static ComposedGraph of(List<Subgraph> subgraphs, Supergraph supergraph) {
        Joins joins = Joins.of(supergraph);
        List<World> worlds = worlds(subgraphs, joins, WORLDS);
        return new ComposedGraph(subgraphs, supergraph, joins, Operations.of(joins), worlds);
    }

    private static List<World> worlds(List<Subgraph> subgraphs, Joins joins, int count) {
        List<SubgraphSchema> schemas = SubgraphReader.readAll(subgraphs).schemas();
        return IntStream.range(0, count)
                .mapToObj(variant -> new World(joins, schemas, variant))
                .toList();
    }

    /** So many that what matters in none of them does not matter. */
    List<World> manyWorlds() {
        return worlds(subgraphs, joins, MANY_WORLDS);
    }

    public Planner planner(Set<String> labels) {
        return Planner.of(joins, labels);
    }

    private static String reasons(Failed failed) {
        return failed.problems().stream()
                .map(problem -> problem.code() + ": " + problem.message())
                .collect(Collectors.joining("\n", "The subgraphs do not compose.\n", ""));
    }

    /** The subgraphs' schemas one below the other. */
    public String text() {
        return subgraphs.stream()
                .map(subgraph -> "# " + subgraph.name() + "\n" + subgraph.sdl())
                .collect(Collectors.joining("\n"));
    }
}
