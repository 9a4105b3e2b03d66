package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The joins of one type by graph, and those of its fields. */
final class TypeJoins {

    static final TypeJoins NONE = new TypeJoins(new Type.ScalarType("", null, List.of(), List.of()));

    private final Type type;
    private final Map<Graph, List<TypeJoin>> byGraph = new LinkedHashMap<>();
    private final Set<Graph> interfaceObjectGraphs = new LinkedHashSet<>();
    private final Set<String> interfaces = new LinkedHashSet<>();

    /** What a field without joins of its own has: one in each graph of the type. */
    private final Map<Graph, FieldJoin> everywhere = new LinkedHashMap<>();

    private final Map<String, Map<Graph, FieldJoin>> fields = new LinkedHashMap<>();

    TypeJoins(Type type) {
        this.type = type;
        for (TypeJoin join : type.joins()) {
            byGraph.computeIfAbsent(join.graph(), _ -> new ArrayList<>(1)).add(join);
            everywhere.computeIfAbsent(join.graph(), FieldJoin::in);
            if (join.interfaceObject()) {
                interfaceObjectGraphs.add(join.graph());
            }
        }
        switch (type) {
            case FieldsType fielded -> {
                fielded.implementations().forEach(each -> interfaces.add(each.interfaceName()));
                fielded.fields().values().forEach(field -> fields.put(field.name(), indexed(field.joins())));
            }
            case InputType input ->
                input.fields().values().forEach(field -> fields.put(field.name(), indexed(field.joins())));
            case Type.ScalarType _, Type.EnumType _, Type.UnionType _ -> {}
        }
    }

    Set<Graph> graphs() {
        return Collections.unmodifiableSet(byGraph.keySet());
    }

    Set<Graph> interfaceObjectGraphs() {
        return Collections.unmodifiableSet(interfaceObjectGraphs);
    }

    Set<String> interfaces() {
        return Collections.unmodifiableSet(interfaces);
    }

    List<TypeJoin> in(Graph graph) {
        return Collections.unmodifiableList(byGraph.getOrDefault(graph, List.of()));
    }

    List<FieldSet> keys(Graph graph, boolean onlyResolvable) {
        List<FieldSet> keys = new ArrayList<>();
        for (TypeJoin join : in(graph)) {
            if (join.key() != null && (join.resolvable() || !onlyResolvable)) {
                keys.add(join.key());
            }
        }
        return keys;
    }

    List<FieldJoin> field(String name) {
        return List.copyOf(fields.getOrDefault(name, Map.of()).values());
    }

    @Nullable
    FieldJoin field(String name, Graph graph) {
        return fields.getOrDefault(name, Map.of()).get(graph);
    }

    List<Field> fields(Graph graph) {
        if (!(type instanceof FieldsType fielded)) {
            return List.of();
        }
        return fielded.fields().values().stream()
                .filter(field -> field(field.name(), graph) != null)
                .toList();
    }

    private Map<Graph, FieldJoin> indexed(List<FieldJoin> joins) {
        if (joins.isEmpty()) {
            return everywhere;
        }
        Map<Graph, FieldJoin> indexed = new LinkedHashMap<>();
        for (FieldJoin join : joins) {
            if (join.graph() != null) {
                indexed.put(join.graph(), join);
            }
        }
        return indexed;
    }
}
