package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.schema.Subgraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Subgraphs that go together: entities and shared types, spread at random; the same for the same seed. */
final class RandomGraph {

    private static final String LINK = """
            extend schema
              @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@tag", "@override"])
            """;

    private final Random random;
    private final List<StringBuilder> sdl = new ArrayList<>();

    private RandomGraph(long seed) {
        random = new Random(seed);
    }

    static List<Subgraph> subgraphs(long seed) {
        return new RandomGraph(seed).subgraphs();
    }

    private List<Subgraph> subgraphs() {
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sdl.add(new StringBuilder(LINK));
        }
        int entities = 1 + random.nextInt(6);
        for (int i = 0; i < entities; i++) {
            addEntity(i);
        }
        for (int i = 0; i < count; i++) {
            sdl.get(i)
                    .append("type Query { own%d(in: Filter, size: Size): E%d shared: [Money!] @shareable }%n"
                            .formatted(i, random.nextInt(entities)));
            addSharedTypes(sdl.get(i), i);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> new Subgraph("s" + i, "http://s" + i, sdl.get(i).toString()))
                .toList();
    }

    /** Every subgraph has the key, so that all fields can be reached; each adds fields of its own. */
    private void addEntity(int number) {
        for (int i = 0; i < sdl.size(); i++) {
            StringBuilder type = sdl.get(i);
            type.append("\"Entity %d\" type E%d implements Node @key(fields: \"id\") { id: ID!%n"
                    .formatted(number, number));
            for (int field = 0; field < random.nextInt(4); field++) {
                type.append("  f%d_%d(first: Int = %d): %s @tag(name: \"t%d\")%n"
                        .formatted(i, field, random.nextInt(9), type(), random.nextInt(3)));
            }
            type.append("  common: %s @shareable }%n".formatted(random.nextBoolean() ? "Money" : "Money!"));
        }
    }

    private String type() {
        String named = List.of("Int", "String!", "Money", "Size", "Node").get(random.nextInt(5));
        return random.nextInt(3) == 0 ? "[" + named + "]" : named;
    }

    private void addSharedTypes(StringBuilder subgraph, int number) {
        subgraph.append("interface Node { id: ID! }\n");
        subgraph.append("type Money @shareable { amount: Int%s currency: String }%n"
                .formatted(random.nextBoolean() ? "!" : ""));
        subgraph.append("enum Size { S M L }\n");
        subgraph.append("input Filter { name: String%s size: Size only%d: Int }%n"
                .formatted(random.nextBoolean() ? "!" : "", number));
    }
}
