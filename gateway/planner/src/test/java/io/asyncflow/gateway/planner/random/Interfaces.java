package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.planner.random.RandomGraph.EntityPlan;
import io.asyncflow.gateway.planner.random.SubgraphDraft.FieldDraft;
import io.asyncflow.gateway.planner.random.SubgraphDraft.TypeDraft;
import java.util.List;
import java.util.Map;

/** Adds an interface of entities, which some subgraphs may know as an object. */
final class Interfaces {

    static final String NAME = "Item";

    private final Choice choice;
    private final List<SubgraphDraft> subgraphs;
    private final Map<String, EntityPlan> entities;
    private final List<SubgraphDraft> objectGraphs;

    Interfaces(
            Choice choice,
            List<SubgraphDraft> subgraphs,
            Map<String, EntityPlan> entities,
            List<SubgraphDraft> objectGraphs) {
        this.choice = choice;
        this.subgraphs = subgraphs;
        this.entities = entities;
        this.objectGraphs = objectGraphs;
    }

    /** An interface of entities that have the key id; one subgraph may know it as an object. */
    void add() {
        List<EntityPlan> members = entities.values().stream()
                .filter(each -> each.keys().values().stream().allMatch(keys -> keys.contains("id")))
                .toList();
        if (members.size() < 2 || (objectGraphs.isEmpty() && choice.chance(30))) {
            return;
        }
        for (SubgraphDraft subgraph : subgraphs) {
            List<EntityPlan> there = members.stream()
                    .filter(each -> each.homes().contains(subgraph))
                    .toList();
            if (objectGraphs.contains(subgraph)) {
                addInterfaceObject(subgraph);
            } else if (!there.isEmpty()) {
                TypeDraft type = subgraph.type(NAME);
                type.keyword = "interface";
                type.add("id", "", "ID!");
                if (!objectGraphs.isEmpty() && there.size() == members.size()) {
                    type.directives.add("@key(fields: \"id\")");
                }
                there.forEach(each -> subgraph.type(each.name()).interfaces.add(NAME));
            }
        }
    }

    private void addInterfaceObject(SubgraphDraft subgraph) {
        TypeDraft type = subgraph.type(NAME);
        type.directives.add("@key(fields: \"id\")");
        type.directives.add("@interfaceObject");
        type.add("id", "", "ID!");
        if (subgraph == objectGraphs.getFirst()) {
            type.add("stars", "", "Int");
            type.add("badge", "", choice.of(List.of("String!", "Spec", "[Spec!]")));
        } else {
            type.add("stars", "", "Int").with("@external");
            type.add("rank", "", "Int").with("@requires(fields: \"stars\")");
            type.add("like", "", choice.of(List.of(NAME, "[" + NAME + "!]")));
        }
    }

    /** Fields that every implementation has in a subgraph may be on the interface there. */
    void addFields(EntityPlan entity) {
        for (SubgraphDraft home : entity.homes()) {
            TypeDraft type = home.type(entity.name());
            if (type.interfaces.isEmpty() || !choice.chance(50)) {
                continue;
            }
            List<TypeDraft> all = entities.keySet().stream()
                    .filter(home::has)
                    .map(home::type)
                    .filter(each -> each.interfaces.contains(NAME))
                    .toList();
            for (FieldDraft field : List.copyOf(type.fields.values())) {
                boolean everywhere = all.stream()
                        .allMatch(each -> each.fields.containsKey(field.name)
                                && each.fields.get(field.name).type.equals(field.type)
                                && each.fields.get(field.name).arguments.equals(field.arguments));
                if (everywhere) {
                    home.type(NAME).add(field);
                }
            }
        }
    }

    /** A field of an interface object that requires one that the interface has elsewhere. */
    void addRequirement(SubgraphDraft subgraph) {
        for (SubgraphDraft other : subgraphs) {
            if (objectGraphs.contains(other) || !other.has(NAME) || !subgraph.has(NAME)) {
                continue;
            }
            for (FieldDraft field : List.copyOf(other.type(NAME).fields.values())) {
                boolean plain = List.of("String", "String!", "Int", "Boolean").contains(field.type);
                if (plain && field.arguments.isEmpty() && choice.chance(60)) {
                    subgraph.type(NAME).add(field).with("@external");
                    subgraph.type(NAME)
                            .add("of" + subgraph.name, "", "String")
                            .with("@requires(fields: \"" + field.name + "\")");
                    return;
                }
            }
        }
    }
}
