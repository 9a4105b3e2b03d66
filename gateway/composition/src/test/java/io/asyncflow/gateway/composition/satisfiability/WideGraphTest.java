package io.asyncflow.gateway.composition.satisfiability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Graphs that have made composers run for minutes; the bounds are generous for slow machines. */
class WideGraphTest {

    @Test
    void everyEntityLinksToEveryOther() {
        Supergraph supergraph = linked(200, 5, 200);

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Satisfiability.check(supergraph).problems()).isEmpty());
    }

    @Test
    void manySubgraphsAndTypes() {
        Supergraph supergraph = linked(2000, 50, 4);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Satisfiability.check(supergraph).problems()).isEmpty());
    }

    @Test
    void manyIndependentOverrideLabels() {
        StringBuilder types = new StringBuilder("type Query @join__type(graph: G0) @join__type(graph: G1) { e: E }\n");
        types.append("type E @join__type(graph: G0, key: \"id\") @join__type(graph: G1, key: \"id\") {\n  id: ID!\n");
        for (int i = 0; i < 60; i++) {
            types.append("  f%1$d: E @join__field(graph: G0, overrideLabel: \"l%1$d\") ".formatted(i))
                    .append("@join__field(graph: G1, override: \"g0\", overrideLabel: \"l%d\")\n".formatted(i));
        }

        Supergraph supergraph = SupergraphReader.read(header(2) + types + "}");
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Satisfiability.check(supergraph).problems()).isEmpty());
    }

    @Test
    void aLongChainOfRequirements() {
        Supergraph supergraph = chain(IntStream.range(1, 3000));

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Satisfiability.check(supergraph).problems()).isEmpty());
    }

    /** Its end is asked for first, before anything is known of what that requires. */
    @Test
    void aChainOfRequirementsTooLongToFollow() {
        Supergraph supergraph = chain(IntStream.range(1, 3000).map(i -> 3000 - i));

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Satisfiability.check(supergraph).problems())
                        .extracting(Problem::code)
                        .containsExactly(ErrorCode.MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED));
    }

    /** Each field requires the one before it from the other subgraph. */
    private static Supergraph chain(IntStream order) {
        StringBuilder types = new StringBuilder("type Query @join__type(graph: G0) @join__type(graph: G1) { e: E }\n");
        types.append("type E @join__type(graph: G0, key: \"id\") @join__type(graph: G1, key: \"id\") {\n  id: ID!\n");
        order.forEach(i -> types.append(
                "  f%d: Int @join__field(graph: G%d, requires: \"f%d\") @join__field(graph: G%d, external: true)\n"
                        .formatted(i, i % 2, i - 1, (i + 1) % 2)));
        types.append("  f0: Int @join__field(graph: G0) @join__field(graph: G1, external: true)\n");
        return SupergraphReader.read(header(2) + types + "}");
    }

    /** Entities in all of the subgraphs; each links to so many others, in turns from one of the subgraphs. */
    private static Supergraph linked(int entities, int graphs, int links) {
        StringBuilder types = new StringBuilder("type Query");
        for (int graph = 0; graph < graphs; graph++) {
            types.append(" @join__type(graph: G%d)".formatted(graph));
        }
        types.append(" {\n");
        for (int entity = 0; entity < entities; entity++) {
            types.append("  e%1$d: E%1$d @join__field(graph: G%2$d)\n".formatted(entity, entity % graphs));
        }
        types.append("}\n");
        for (int entity = 0; entity < entities; entity++) {
            types.append("type E%d".formatted(entity));
            for (int graph = 0; graph < graphs; graph++) {
                types.append(" @join__type(graph: G%d, key: \"id\")".formatted(graph));
            }
            types.append(" {\n  id: ID!\n");
            for (int link = 1; link <= links; link++) {
                types.append("  link%1$d: E%2$d @join__field(graph: G%3$d)\n"
                        .formatted(link, (entity + link) % entities, (entity * 7 + link) % graphs));
            }
            types.append("}\n");
        }
        return SupergraphReader.read(header(graphs) + types);
    }

    private static String header(int graphs) {
        StringBuilder header = new StringBuilder("""
                schema @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }
                enum join__Graph {
                """);
        for (int graph = 0; graph < graphs; graph++) {
            header.append("  G%1$d @join__graph(name: \"g%1$d\", url: \"http://g%1$d\")\n".formatted(graph));
        }
        return header.append("}\n").toString();
    }
}
