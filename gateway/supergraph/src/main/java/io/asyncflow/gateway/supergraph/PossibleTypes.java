package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The object types that can stand for each type, in the supergraph and in each graph. */
final class PossibleTypes {

    private final Map<String, Set<String>> anywhere = new LinkedHashMap<>();
    private final Map<Graph, Map<String, Set<String>>> byGraph = new LinkedHashMap<>();

    PossibleTypes(Supergraph supergraph) {
        for (Type type : supergraph.types().values()) {
            switch (type) {
                case ObjectType object -> add(object);
                case UnionType union -> add(union);
                case Type.InterfaceType _, Type.ScalarType _, Type.EnumType _, Type.InputType _ -> {}
            }
        }
    }

    Set<String> in(String type) {
        return Collections.unmodifiableSet(anywhere.getOrDefault(type, Set.of()));
    }

    Set<String> in(String type, Graph graph) {
        return Collections.unmodifiableSet(byGraph.getOrDefault(graph, Map.of()).getOrDefault(type, Set.of()));
    }

    private void add(ObjectType object) {
        add(object.name(), object.name());
        for (TypeJoin join : object.joins()) {
            add(join.graph(), object.name(), object.name());
        }
        for (Implementation implementation : object.implementations()) {
            add(implementation.interfaceName(), object.name());
            add(implementation.graph(), implementation.interfaceName(), object.name());
        }
    }

    private void add(UnionType union) {
        for (UnionType.Member member : union.members()) {
            add(union.name(), member.name());
            for (Graph graph : member.graphs()) {
                add(graph, union.name(), member.name());
            }
        }
    }

    private void add(String type, String possible) {
        anywhere.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(possible);
    }

    private void add(Graph graph, String type, String possible) {
        byGraph.computeIfAbsent(graph, _ -> new LinkedHashMap<>())
                .computeIfAbsent(type, _ -> new LinkedHashSet<>())
                .add(possible);
    }
}
