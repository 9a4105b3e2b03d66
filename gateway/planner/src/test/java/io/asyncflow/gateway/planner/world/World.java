package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.ApiSchema;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Subgraphs in memory that share one {@link Dataset}, and what the whole of it would answer. */
public final class World {

    private final Joins joins;
    private final Dataset data;
    private final Map<String, SubgraphTypes> subgraphs = new LinkedHashMap<>();

    private final Set<String> missing;

    public World(Joins joins, List<SubgraphSchema> schemas, int variant) {
        this.joins = joins;
        this.data = new Dataset(joins, visible(joins), variant);
        this.missing = Set.of();
        schemas.forEach(schema -> subgraphs.put(schema.name(), new SubgraphTypes(schema)));
    }

    private World(World all, Set<String> missing) {
        this.joins = all.joins;
        this.data = all.data;
        this.missing = missing;
        subgraphs.putAll(all.subgraphs);
    }

    /** The same, but that some subgraphs do not find some entities: {@code stock Product2} is a subgraph's. */
    public World without(Set<String> entities) {
        return new World(this, entities);
    }

    /** The same, but that each subgraph misses some entities here and there. */
    public World withGaps() {
        Set<String> gaps = new HashSet<>();
        for (Graph graph : joins.supergraph().graphs()) {
            for (Thing thing : data.things(joins.supergraph().types().keySet())) {
                String gap = graph.name() + " " + thing;
                if (Hash.below(6, gap) == 0) {
                    gaps.add(gap);
                }
            }
        }
        return without(gaps);
    }

    private static Set<String> visible(Joins joins) {
        Set<String> visible = new LinkedHashSet<>();
        for (Definition definition : ApiSchema.of(joins.supergraph()).definitions()) {
            if (definition instanceof TypeDefinition type) {
                visible.add(type.name());
            }
            if (definition instanceof TypeDefinition.EnumDefinition named) {
                named.values().forEach(value -> visible.add(named.name() + "." + value.name()));
            }
        }
        return visible;
    }

    /** What a subgraph answers to a valid request; all others are violations. */
    public Map<String, Object> ask(
            Graph graph, Set<String> labels, OperationDefinition operation, Map<String, Object> variables) {
        SubgraphTypes types = subgraphs.get(graph.name());
        RequestCheck.check(types, operation);
        new OwnershipCheck(types, joins, graph, labels).check(operation);
        View view = new SubgraphView(types, joins, graph, data, missing);
        return new Interpreter(view, Map.of(), withDefaults(operation, variables))
                .answer(Seen.root(operation.type().rootName()), operation.selections());
    }

    /** The answer to a client's operation. */
    public Map<String, Object> expected(
            Document document, OperationDefinition operation, Map<String, Object> variables) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        for (Definition definition : document.definitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                fragments.put(fragment.name(), fragment);
            }
        }
        View view = new WholeView(joins, data);
        return new Interpreter(view, fragments, withDefaults(operation, variables))
                .answer(Seen.root(joins.supergraph().roots().get(operation.type())), operation.selections());
    }

    public static Object plain(Value value, Map<String, Object> variables) {
        return Inputs.plain(value, variables);
    }

    public static Map<String, Object> withDefaults(OperationDefinition operation, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        operation.variables().forEach(variable -> {
            if (variable.defaultValue() != null && !variables.containsKey(variable.name())) {
                all.put(variable.name(), Inputs.plain(variable.defaultValue(), Map.of()));
            }
        });
        return all;
    }
}
