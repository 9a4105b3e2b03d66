package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types each graph of a join v0.1 supergraph has: all it reaches from its entities and root fields. */
final class FirstJoinReach {

    private final Map<String, Type> types;
    private final Map<String, TypeDefinition> definitions;
    private final FirstJoinFields fields;
    private final Map<String, List<String>> implementations = new LinkedHashMap<>();
    private final Map<Graph, Deque<String>> waiting = new LinkedHashMap<>();
    private final Map<String, Set<Graph>> reached = new LinkedHashMap<>();

    FirstJoinReach(Map<String, Type> types, Map<String, TypeDefinition> definitions, FirstJoinFields fields) {
        this.types = types;
        this.definitions = definitions;
        this.fields = fields;
        for (TypeDefinition definition : definitions.values()) {
            for (String interfaceName : interfaces(definition.name())) {
                implementations
                        .computeIfAbsent(interfaceName, _ -> new ArrayList<>())
                        .add(definition.name());
            }
        }
    }

    Map<String, Set<Graph>> graphs() {
        types.values().forEach(this::start);
        waiting.forEach((graph, types) -> {
            while (!types.isEmpty()) {
                visit(types.poll(), graph);
            }
        });
        return reached;
    }

    private void start(Type type) {
        type.joins().forEach(join -> reach(type.name(), join.graph()));
        if (type instanceof FieldsType fielded) {
            for (Field field : fielded.fields().values()) {
                for (FieldJoin join : fields.joins(type.name(), field.name())) {
                    if (join.graph() != null) {
                        reach(type.name(), join.graph());
                    }
                }
            }
        }
    }

    private void reach(String type, Graph graph) {
        if (types.containsKey(type)
                && reached.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(graph)) {
            waiting.computeIfAbsent(graph, _ -> new ArrayDeque<>()).add(type);
        }
    }

    private void visit(String name, Graph graph) {
        switch (types.get(name)) {
            case FieldsType type -> {
                type.fields().values().forEach(field -> visit(type.name(), field, graph));
                interfaces(name).forEach(each -> reach(each, graph));
                implementations.getOrDefault(name, List.of()).forEach(each -> reachValue(each, graph));
            }
            case UnionType union -> union.members().forEach(member -> reachValue(member.name(), graph));
            case InputType input ->
                input.fields().values().forEach(field -> reach(field.type().name(), graph));
            case Type.ScalarType _, Type.EnumType _ -> {}
            case null -> {}
        }
    }

    private void visit(String type, Field field, Graph graph) {
        boolean here = !fields.tells(type)
                || fields.joins(type, field.name()).stream().anyMatch(join -> graph.equals(join.graph()));
        if (here) {
            reach(field.type().name(), graph);
            field.arguments().forEach(argument -> reach(argument.type().name(), graph));
        }
    }

    /** Reaches the type unless it lives in certain graphs only, whatever abstract type it stands for. */
    private void reachValue(String type, Graph graph) {
        if (!fields.tells(type)) {
            reach(type, graph);
        }
    }

    private List<String> interfaces(String type) {
        return definitions.get(type) instanceof FieldsDefinition definition ? definition.interfaces() : List.of();
    }
}
