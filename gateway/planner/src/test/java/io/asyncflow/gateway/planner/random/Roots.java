package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.planner.random.RandomGraph.EntityPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Adds the fields of the root types. */
final class Roots {

    private final Choice choice;
    private final List<SubgraphDraft> subgraphs;
    private final Map<String, EntityPlan> entities;

    Roots(Choice choice, List<SubgraphDraft> subgraphs, Map<String, EntityPlan> entities) {
        this.choice = choice;
        this.subgraphs = subgraphs;
        this.entities = entities;
    }

    void add(BiConsumer<SubgraphDraft, String> need) {
        boolean again = choice.chance(15);
        boolean mutations = choice.chance(40);
        for (SubgraphDraft subgraph : subgraphs) {
            List<String> known = new ArrayList<>(entities.keySet());
            known.addAll(List.of("Item", "Found", "Spec"));
            known.removeIf(type -> !subgraph.has(type));
            for (String type : choice.some(known, 35, subgraph == subgraphs.getFirst() ? 1 : 0)) {
                subgraph.type("Query")
                        .add(
                                "q" + type + subgraph.name,
                                arguments(),
                                choice.of(List.of(type, "[" + type + "!]", "[" + type + "]!")));
            }
            if (mutations && !known.isEmpty()) {
                String type = choice.of(known);
                subgraph.type("Mutation").add("make" + type + subgraph.name, "(n: Int)", type);
                subgraph.type("Mutation").add("drop" + subgraph.name, "", "Boolean");
            }
            if (mutations && !known.isEmpty()) {
                String type = choice.of(known);
                subgraph.type("Subscription").add("on" + type + subgraph.name, "(n: Int)", type);
            }
            if (again) {
                subgraph.type("Query").add("again", "", "Query").with("@shareable");
            }
        }
        share(need);
    }

    private String arguments() {
        return choice.chance(25) ? "(id: ID!)" : "";
    }

    private void share(BiConsumer<SubgraphDraft, String> need) {
        String type = choice.of(List.copyOf(entities.keySet()));
        if (choice.chance(40)) {
            String list = choice.of(List.of(type, "[" + type + "!]!"));
            for (SubgraphDraft subgraph : choice.some(entities.get(type).homes(), 50, 2)) {
                need.accept(subgraph, type);
                subgraph.type("Query").add("shared", "", list).with("@shareable");
            }
        }
    }
}
