package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import io.asyncflow.gateway.supergraph.TypeJoin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the subgraphs' types apart again that the supergraph has in one. */
final class LocalTypes {

    private final Map<String, @Nullable LocalType[]> types = new LinkedHashMap<>();
    private final Map<String, Integer> graphIndexes = new HashMap<>();
    private final Supergraph supergraph;

    private LocalTypes(Supergraph supergraph) {
        this.supergraph = supergraph;
        for (Graph graph : supergraph.graphs()) {
            graphIndexes.put(graph.id(), graphIndexes.size());
        }
    }

    /** By name, then in the order of the subgraphs, null in those that do not have the type. */
    static Map<String, @Nullable LocalType[]> of(Supergraph supergraph) {
        LocalTypes types = new LocalTypes(supergraph);
        supergraph.types().values().forEach(types::declare);
        supergraph.types().values().forEach(types::fill);
        EmptyTypes.remove(types.types);
        return types.types;
    }

    private void declare(Type type) {
        switch (type) {
            case ObjectType object -> declare(object, LocalType.Kind.OBJECT);
            case InterfaceType anInterface -> declare(anInterface, LocalType.Kind.INTERFACE);
            case UnionType union -> declare(union, LocalType.Kind.UNION);
            case Type.ScalarType _, Type.EnumType _, Type.InputType _ -> {}
        }
    }

    private void declare(Type type, LocalType.Kind kind) {
        @Nullable LocalType[] local = new LocalType[graphIndexes.size()];
        types.put(type.name(), local);
        for (TypeJoin join : type.joins()) {
            int graph = index(join.graph());
            LocalType here = local[graph];
            if (here == null) {
                LocalType.Kind kindHere = join.interfaceObject() ? LocalType.Kind.INTERFACE_OBJECT : kind;
                here = new LocalType(join.graph(), graph, type.name(), kindHere);
                local[graph] = here;
            }
            if (join.key() != null) {
                here.add(new LocalKey(here, join.key().selections(), join.resolvable()));
            }
        }
    }

    private void fill(Type type) {
        switch (type) {
            case FieldsType fields -> fill(fields);
            case UnionType union -> fill(union);
            case Type.ScalarType _, Type.EnumType _, Type.InputType _ -> {}
        }
    }

    private void fill(UnionType union) {
        for (UnionType.Member member : union.members()) {
            for (Graph graph : member.graphs()) {
                addRuntimeType(graph, union.name(), member.name());
            }
        }
    }

    private void fill(FieldsType type) {
        for (Implementation implementation : type.implementations()) {
            LocalType local = find(implementation.graph(), type.name());
            if (local != null && !local.isAbstract()) {
                addRuntimeType(implementation.graph(), implementation.interfaceName(), type.name());
            }
        }
        LocalFields.fill(type, this);
    }

    private void addRuntimeType(Graph graph, String abstractType, String object) {
        LocalType local = find(graph, abstractType);
        if (local != null) {
            local.addRuntimeType(object);
        }
    }

    @Nullable
    LocalType find(Graph graph, String type) {
        @Nullable LocalType[] local = types.get(type);
        return local == null ? null : local[index(graph)];
    }

    List<Graph> graphs() {
        return supergraph.graphs();
    }

    private int index(Graph graph) {
        Integer index = graphIndexes.get(graph.id());
        if (index == null) {
            throw new IllegalArgumentException("No such subgraph: " + graph.id());
        }
        return index;
    }
}
