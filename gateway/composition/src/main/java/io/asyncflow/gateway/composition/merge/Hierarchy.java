package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types implement which interfaces, and which are members of which unions, in any subgraph. */
final class Hierarchy {

    private final Map<String, Set<String>> interfaces = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, List<String>> implementations = new LinkedHashMap<>();

    Hierarchy(TypeIndex types) {
        for (String name : types.names()) {
            for (Contribution<TypeDefinition> contribution : types.of(name)) {
                read(contribution.element());
            }
            if (types.kind(name) == Kind.OBJECT) {
                interfacesOf(name)
                        .forEach(each -> implementations
                                .computeIfAbsent(each, key -> new ArrayList<>())
                                .add(name));
            }
        }
    }

    private void read(TypeDefinition type) {
        if (type instanceof FieldsDefinition fields && !fields.interfaces().isEmpty()) {
            interfaces
                    .computeIfAbsent(type.name(), key -> new LinkedHashSet<>())
                    .addAll(fields.interfaces());
        }
        if (type instanceof UnionDefinition union) {
            members.computeIfAbsent(type.name(), key -> new LinkedHashSet<>()).addAll(union.members());
        }
    }

    Set<String> interfacesOf(String type) {
        return interfaces.getOrDefault(type, Set.of());
    }

    Set<String> membersOf(String union) {
        return members.getOrDefault(union, Set.of());
    }

    /** The object types that implement the interface. */
    List<String> implementationsOf(String interfaceName) {
        return implementations.getOrDefault(interfaceName, List.of());
    }
}
