package io.asyncflow.gateway.composition.satisfiability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields of a type that require each other, so that none of them can come first. */
final class Circles {

    private final Subgraphs subgraphs;

    Circles(Subgraphs subgraphs) {
        this.subgraphs = subgraphs;
    }

    /** The shortest way from the field back to itself, or nothing where it requires no field that requires it. */
    List<String> through(String type, String field) {
        Map<String, String> requiredBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(field));
        for (String next = open.poll(); next != null; next = open.poll()) {
            for (String required : required(type, next)) {
                if (requiredBy.putIfAbsent(required, next) == null) {
                    open.add(required);
                }
            }
            if (requiredBy.containsKey(field)) {
                return wayBack(field, requiredBy);
            }
        }
        return List.of();
    }

    private static List<String> wayBack(String field, Map<String, String> requiredBy) {
        Deque<String> way = new ArrayDeque<>(List.of(field));
        for (String at = requiredBy.get(field); at != null && !at.equals(field); at = requiredBy.get(at)) {
            way.addFirst(at);
        }
        way.addFirst(field);
        return List.copyOf(way);
    }

    /** What the field requires wherever it is resolved; nothing if a subgraph resolves it just like that. */
    private Set<String> required(String type, String name) {
        Set<String> required = new LinkedHashSet<>();
        for (LocalField field : resolved(type, name)) {
            if (field.requires().isEmpty()) {
                return Set.of();
            }
            field.requires()
                    .forEach(path -> required.add(path.parts().getFirst().name()));
        }
        return required;
    }

    private List<LocalField> resolved(String type, String name) {
        List<LocalField> resolved = new ArrayList<>();
        for (LocalType local : subgraphs.all(type)) {
            LocalField field = local.field(name);
            if (field != null && !field.external()) {
                resolved.add(field);
            }
        }
        return resolved;
    }
}
