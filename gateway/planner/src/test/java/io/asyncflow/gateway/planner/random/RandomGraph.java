package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.planner.random.SubgraphDraft.FieldDraft;
import io.asyncflow.gateway.planner.random.SubgraphDraft.TypeDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Subgraphs made from a seed. Many do not compose. */
final class RandomGraph {

    static final String LABEL = "spring";

    private static final List<String> ENTITIES = List.of("Product", "Order", "User", "Review");
    private static final String MEDIA = Interfaces.NAME;

    private final Choice choice;
    private final List<SubgraphDraft> subgraphs = new ArrayList<>();
    private final Map<String, EntityPlan> entities = new LinkedHashMap<>();
    private final List<SubgraphDraft> objectGraphs = new ArrayList<>();
    private final boolean partial;

    private RandomGraph(long seed) {
        this.choice = new Choice(seed);
        int count = 2 + choice.below(3);
        for (int i = 0; i < count; i++) {
            subgraphs.add(new SubgraphDraft(String.valueOf((char) ('a' + i))));
        }
        if (subgraphs.size() > 2 && choice.chance(35)) {
            objectGraphs.addAll(subgraphs.subList(subgraphs.size() - (subgraphs.size() > 3 ? 2 : 1), subgraphs.size()));
        }
        this.partial = choice.chance(30);
    }

    static List<Subgraph> of(long seed) {
        return new RandomGraph(seed).make();
    }

    /** Where an entity is, by which keys, and who answers its fields. */
    record EntityPlan(
            String name,
            List<SubgraphDraft> homes,
            Map<SubgraphDraft, List<String>> keys,
            Map<String, List<SubgraphDraft>> owners) {}

    private List<Subgraph> make() {
        for (String name : ENTITIES.subList(0, 2 + choice.below(3))) {
            entities.put(name, plan(name));
        }
        entities.values().forEach(this::declareKeys);
        Interfaces interfaces = new Interfaces(choice, subgraphs, entities, objectGraphs);
        interfaces.add();
        objectGraphs.stream().filter(each -> each.has(MEDIA)).forEach(each -> need(each, "Spec"));
        entities.values().forEach(this::addFields);
        entities.values().forEach(interfaces::addFields);
        objectGraphs.forEach(interfaces::addRequirement);
        Conditions conditions = new Conditions(choice, subgraphs, entities);
        entities.values().forEach(conditions::add);
        new Roots(choice, subgraphs, entities).add(this::need);
        return subgraphs.stream().map(SubgraphDraft::done).toList();
    }

    private EntityPlan plan(String name) {
        List<SubgraphDraft> possible = subgraphs.subList(0, subgraphs.size() - objectGraphs.size());
        List<SubgraphDraft> homes = choice.some(possible, 70, 2);
        List<String> style = hasObjects()
                ? List.of("id")
                : choice.of(List.of(
                        List.of("id"),
                        List.of("id"),
                        List.of("id"),
                        List.of("id", "sku"),
                        List.of("id sku"),
                        List.of("id", "org { id }")));
        Map<SubgraphDraft, List<String>> keys = new LinkedHashMap<>();
        homes.forEach(home -> keys.put(home, choice.some(style, 75, 1)));
        return new EntityPlan(name, homes, keys, new LinkedHashMap<>());
    }

    private void declareKeys(EntityPlan entity) {
        for (SubgraphDraft home : entity.homes()) {
            boolean stub = !hasObjects() && choice.chance(4);
            TypeDraft type = home.type(entity.name());
            for (String key : entity.keys().get(home)) {
                declareKey(home, type, key, stub);
            }
        }
    }

    private void declareKey(SubgraphDraft home, TypeDraft type, String key, boolean stub) {
        type.directives.add("@key(fields: \"" + key + "\"" + (stub ? ", resolvable: false)" : ")"));
        if (key.contains("id") && !key.startsWith("org")) {
            type.add("id", "", "ID!");
        }
        if (key.contains("sku")) {
            type.add("sku", "", "String!");
        }
        if (key.startsWith("org")) {
            type.add("org", "", "Org!");
            home.type("Org").add("id", "", "ID!").with("@shareable");
        }
    }

    private boolean hasObjects() {
        return !objectGraphs.isEmpty();
    }

    private void addFields(EntityPlan entity) {
        int count = 2 + choice.below(4);
        for (int i = 0; i < count; i++) {
            addField(entity, "f" + i);
        }
    }

    private void addField(EntityPlan entity, String name) {
        List<SubgraphDraft> owners = new ArrayList<>(List.of(choice.of(entity.homes())));
        if (choice.chance(30)) {
            SubgraphDraft second = choice.of(entity.homes());
            if (!owners.contains(second)) {
                owners.add(second);
            }
        }
        String type = type();
        String arguments = argumentsOrNone(owners.getFirst());
        for (SubgraphDraft owner : owners) {
            need(owner, named(type));
            if (arguments.contains("Kind")) {
                need(owner, "Kind");
            }
            if (arguments.contains("Filter")) {
                need(owner, "Filter");
            }
            FieldDraft field = owner.type(entity.name()).add(name, arguments, type);
            if (owners.size() > 1) {
                field.with("@shareable");
            }
        }
        entity.owners().put(name, owners);
    }

    private String argumentsOrNone(SubgraphDraft owner) {
        if (!choice.chance(20)) {
            return "";
        }
        need(owner, "Kind");
        need(owner, "Filter");
        return choice.of(
                List.of("(n: Int = 3)", "(n: Int!)", "(kind: Kind)", "(filter: Filter, first: Int)", "(ids: [ID!])"));
    }

    private String type() {
        return choice.of(List.of(
                "String",
                "String!",
                "Int",
                "Boolean",
                "[String!]",
                "Level",
                "Kind",
                "Spec",
                "Spec!",
                "[Spec]",
                "Found",
                "[Found!]",
                MEDIA,
                "[" + MEDIA + "!]!",
                choice.of(List.copyOf(entities.keySet())),
                choice.of(List.copyOf(entities.keySet())) + "!",
                "[" + choice.of(List.copyOf(entities.keySet())) + "!]",
                "[" + choice.of(List.copyOf(entities.keySet())) + "]!"));
    }

    private static String named(String type) {
        return type.replaceAll("[\\[\\]!]", "");
    }

    /** Makes the subgraph know the type. */
    private void need(SubgraphDraft subgraph, String type) {
        if (subgraph.has(type)) {
            return;
        }
        EntityPlan entity = entities.get(type);
        if (entity != null) {
            String key = choice.of(choice.of(List.copyOf(entity.keys().values())));
            declareKey(subgraph, subgraph.type(type), key, choice.chance(50));
            return;
        }
        switch (type) {
            case "Kind" -> subgraph.define(type, "enum Kind { NEW USED }");
            case "Level" ->
                subgraph.define(
                        type,
                        "enum Level { LOW " + String.join(" ", choice.some(List.of("MID", "HIGH"), 60, 0)) + " }");
            case "Filter" -> subgraph.define(type, "input Filter { n: Int = 5, kinds: [Int!], text: String }");
            case "Spec" -> defineSpec(subgraph);
            case "Found" -> defineUnion(subgraph);
            case MEDIA -> {
                TypeDraft stub = subgraph.type("Draft" + subgraph.name.toUpperCase(java.util.Locale.ROOT));
                stub.add("id", "", "ID!");
                stub.interfaces.add(MEDIA);
                subgraph.type(MEDIA).keyword = "interface";
                subgraph.type(MEDIA).add("id", "", "ID!");
            }
            default -> {}
        }
    }

    /** A type without a key; each subgraph has all of it, or not quite. */
    private void defineSpec(SubgraphDraft subgraph) {
        TypeDraft type = subgraph.type("Spec");
        type.add("size", "", "Int").with("@shareable");
        if (choice.chance(94)) {
            type.add("unit", "", "String!").with("@shareable");
        }
        if (partial) {
            type.add("inner", "", "Spec").with("@shareable");
        }
    }

    private void defineUnion(SubgraphDraft subgraph) {
        List<String> members = new ArrayList<>(choice.some(List.copyOf(entities.keySet()), 60, 1));
        if (choice.chance(50)) {
            members.add("Spec");
        }
        subgraph.define("Found", "union Found = " + String.join(" | ", members));
        members.forEach(member -> need(subgraph, member));
    }
}
