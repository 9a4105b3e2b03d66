package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The object types that values of each type can have, all subgraphs taken together. */
final class RuntimeTypes {

    private final Map<String, List<String>> byAbstractType = new HashMap<>();
    private final Map<String, Set<String>> interfaces = new HashMap<>();
    private final Map<String, Set<String>> abstractTypes = new HashMap<>();

    RuntimeTypes(Supergraph supergraph) {
        for (Type type : supergraph.types().values()) {
            switch (type) {
                case ObjectType object -> addObject(object);
                case UnionType union -> union.members().forEach(member -> add(union.name(), member.name()));
                case Type.InterfaceType _, Type.ScalarType _, Type.EnumType _, Type.InputType _ -> {}
            }
        }
    }

    private void addObject(ObjectType object) {
        Set<String> implemented = new LinkedHashSet<>();
        for (Implementation implementation : object.implementations()) {
            implemented.add(implementation.interfaceName());
        }
        interfaces.put(object.name(), implemented);
        implemented.forEach(anInterface -> add(anInterface, object.name()));
        add(object.name(), object.name());
    }

    private void add(String type, String object) {
        byAbstractType.computeIfAbsent(type, _ -> new ArrayList<>()).add(object);
        abstractTypes.computeIfAbsent(object, _ -> new LinkedHashSet<>()).add(type);
    }

    List<String> of(String type) {
        return byAbstractType.getOrDefault(type, List.of());
    }

    Set<String> interfacesOf(String object) {
        return interfaces.getOrDefault(object, Set.of());
    }

    /** Whether the object type is the type, or one of its possible types. */
    boolean includes(String type, String object) {
        return abstractTypes.getOrDefault(object, Set.of()).contains(type);
    }
}
