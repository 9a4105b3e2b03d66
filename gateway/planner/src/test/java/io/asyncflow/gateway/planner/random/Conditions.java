package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.planner.random.RandomGraph.EntityPlan;
import io.asyncflow.gateway.planner.random.SubgraphDraft.FieldDraft;
import io.asyncflow.gateway.planner.random.SubgraphDraft.TypeDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds fields that require others, that provide others, or that take others over. */
final class Conditions {

    private final Choice choice;
    private final List<SubgraphDraft> subgraphs;
    private final Map<String, EntityPlan> entities;

    Conditions(Choice choice, List<SubgraphDraft> subgraphs, Map<String, EntityPlan> entities) {
        this.choice = choice;
        this.subgraphs = subgraphs;
        this.entities = entities;
    }

    void add(EntityPlan entity) {
        for (SubgraphDraft home : entity.homes()) {
            if (choice.chance(40)) {
                addRequiring(entity, home, "r" + home.name);
            }
            if (choice.chance(25)) {
                addOverride(entity, home);
            }
        }
        if (choice.chance(20)) {
            addContext(entity);
        }
        for (SubgraphDraft subgraph : subgraphs) {
            if (subgraph.has(entity.name()) && choice.chance(35)) {
                addProviding(entity, subgraph);
            }
        }
    }

    /** The fields that others own and the subgraph does not have. */
    private List<FieldDraft> foreign(EntityPlan entity, SubgraphDraft subgraph) {
        List<FieldDraft> foreign = new ArrayList<>();
        entity.owners().forEach((name, owners) -> {
            if (!owners.contains(subgraph)
                    && !subgraph.type(entity.name()).fields.containsKey(name)) {
                foreign.add(owners.getFirst().type(entity.name()).fields.get(name));
            }
        });
        return foreign;
    }

    private void addRequiring(EntityPlan entity, SubgraphDraft home, String name) {
        List<FieldDraft> foreign = new ArrayList<>(foreign(entity, home));
        foreign.removeIf(field -> !canName(home, field));
        if (foreign.isEmpty()) {
            return;
        }
        TypeDraft type = home.type(entity.name());
        List<String> required = new ArrayList<>();
        for (FieldDraft field : choice.some(foreign, 40, 1)) {
            required.add(field.name + argument(field) + below(home, field));
            type.add(field).with("@external");
        }
        type.add(name, "", choice.of(List.of("String", "Int", "Int!", "[String]")))
                .with("@requires(fields: \"" + String.join(" ", required) + "\")");
        if (choice.chance(70)) {
            entity.owners().put(name, List.of(home));
        }
    }

    private boolean canName(SubgraphDraft home, FieldDraft field) {
        String named = field.type.replaceAll("[\\[\\]!]", "");
        boolean leaf = List.of("String", "Int", "Boolean").contains(named);
        boolean known = field.arguments.contains("Kind") || field.arguments.contains("Filter");
        return (leaf || home.has(named)) && !known;
    }

    private String argument(FieldDraft field) {
        return switch (field.arguments) {
            case "(n: Int = 3)" -> choice.chance(50) ? "" : "(n: " + choice.below(5) + ")";
            case "(n: Int!)" -> "(n: " + choice.below(5) + ")";
            case "(ids: [ID!])" -> "(ids: [\\\"x\\\"])";
            default -> "";
        };
    }

    private String below(SubgraphDraft home, FieldDraft field) {
        String named = field.type.replaceAll("[\\[\\]!]", "");
        if (named.equals("Spec")) {
            return " { size }";
        }
        EntityPlan target = entities.get(named);
        if (target == null) {
            return List.of("Item", "Found").contains(named) ? fragments(home) : "";
        }
        List<FieldDraft> foreign = new ArrayList<>(foreign(target, home));
        foreign.removeIf(each ->
                !List.of("String", "Int", "Boolean", "String!").contains(each.type) || !each.arguments.isEmpty());
        if (!foreign.isEmpty() && choice.chance(60)) {
            FieldDraft chosen = choice.of(foreign);
            home.type(named).add(chosen).with("@external");
            return " { " + chosen.name + " }";
        }
        return " { "
                + home.type(named)
                        .fields
                        .values()
                        .iterator()
                        .next()
                        .text()
                        .replaceAll(":.*\\s", "")
                        .strip() + (named.contains("Org") ? " { id }" : "") + " }";
    }

    /** What is required of the members of an abstract type that the subgraph knows. */
    private String fragments(SubgraphDraft home) {
        StringBuilder fragments = new StringBuilder(" { __typename");
        for (EntityPlan member : entities.values()) {
            if (home.has(member.name()) && choice.chance(60)) {
                List<FieldDraft> foreign = new ArrayList<>(foreign(member, home));
                foreign.removeIf(each -> !List.of("String", "Int").contains(each.type) || !each.arguments.isEmpty());
                foreign.stream().findFirst().ifPresent(field -> {
                    home.type(member.name()).add(field).with("@external");
                    fragments.append(" ... on " + member.name() + " { " + field.name + " }");
                });
            }
        }
        return fragments + " }";
    }

    private void addOverride(EntityPlan entity, SubgraphDraft home) {
        List<FieldDraft> foreign = foreign(entity, home);
        foreign.removeIf(field -> !canName(home, field));
        if (foreign.isEmpty()) {
            return;
        }
        FieldDraft field = choice.of(foreign);
        List<SubgraphDraft> owners = entity.owners().get(field.name);
        if (owners.size() == 1 && field.directives.isEmpty()) {
            String label = choice.chance(60) ? ", label: \"" + RandomGraph.LABEL + "\"" : "";
            home.type(entity.name())
                    .add(field)
                    .with("@override(from: \"" + owners.getFirst().name + "\"" + label + ")");
        }
    }

    /** A field of the subgraph that leads to the entity and brings a field that is another's. */
    private void addProviding(EntityPlan entity, SubgraphDraft subgraph) {
        List<FieldDraft> foreign = foreign(entity, subgraph);
        foreign.removeIf(field -> !canName(subgraph, field) || !field.arguments.isEmpty());
        if (foreign.isEmpty()) {
            return;
        }
        FieldDraft provided = choice.of(foreign);
        String named = provided.type.replaceAll("[\\[\\]!]", "");
        if (entities.containsKey(named) || List.of("Item", "Found").contains(named)) {
            return;
        }
        entity.owners()
                .get(provided.name)
                .forEach(owner ->
                        owner.type(entity.name()).fields.get(provided.name).with("@shareable"));
        subgraph.type(entity.name()).add(provided).with("@external");
        String below = named.equals("Spec") ? " { size }" : "";
        addLeading(entity, subgraph, provided.name + below);
    }

    /** From the root, from another entity, or from a union. */
    private void addLeading(EntityPlan entity, SubgraphDraft subgraph, String provided) {
        String list = choice.of(List.of(entity.name(), "[" + entity.name() + "!]"));
        String suffix = entity.name() + subgraph.name;
        EntityPlan other = choice.of(List.copyOf(entities.values()));
        if (choice.chance(30) && other.homes().contains(subgraph)) {
            subgraph.type(other.name()).add("to" + suffix, "", list).with("@provides(fields: \"" + provided + "\")");
            if (choice.chance(50)) {
                subgraph.type("Query")
                        .add("deep" + suffix, "", other.name())
                        .with("@provides(fields: \"to" + suffix + " { " + provided + " }\")");
            }
        } else if (choice.chance(30) && subgraph.isMember("Found", entity.name())) {
            subgraph.type("Query")
                    .add("any" + suffix, "", choice.of(List.of("Found", "[Found!]")))
                    .with("@provides(fields: \"... on " + entity.name() + " { " + provided + " }\")");
        } else {
            subgraph.type("Query").add("top" + suffix, "", list).with("@provides(fields: \"" + provided + "\")");
        }
    }

    /** A field that takes an argument from the entity, on an entity that only this one leads to. */
    private void addContext(EntityPlan entity) {
        SubgraphDraft home = choice.of(entity.homes());
        String name = "around" + entity.name();
        String tag = "Tag" + entity.name();
        String source = "src" + home.name;
        TypeDraft from = home.type(entity.name());
        from.directives.add("@context(name: \"" + name + "\")");
        from.add(source, "", "String!");
        String list = choice.of(List.of(tag, "[" + tag + "!]"));
        if (choice.chance(40)) {
            from.add("box", "", "Box" + entity.name());
            home.type("Box" + entity.name()).add("tag", "", list);
        } else {
            from.add("tag", "", list);
        }
        TypeDraft to = home.type(tag);
        to.directives.add("@key(fields: \"id\")");
        to.add("id", "", "ID!");
        to.add("plain", "", "Int");
        to.add("given", "(from: String @fromContext(field: \"$" + name + " { " + source + " }\"))", "String");
        TypeDraft elsewhere = choice.of(subgraphs).type(tag);
        if (elsewhere != to) {
            elsewhere.directives.add("@key(fields: \"id\")");
            elsewhere.add("id", "", "ID!");
            elsewhere.add("more", "", "String");
        }
    }
}
