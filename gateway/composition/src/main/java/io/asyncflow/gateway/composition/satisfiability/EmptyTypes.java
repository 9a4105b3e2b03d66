package io.asyncflow.gateway.composition.satisfiability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types of which overrides have left a subgraph nothing. They are taken out of it, and with them the fields that return
 * them, the types that those leave empty, and so on.
 */
final class EmptyTypes {

    private final Map<String, @Nullable LocalType[]> types;
    private final int graph;
    private final Map<String, List<LocalType>> users = new HashMap<>();

    private EmptyTypes(Map<String, @Nullable LocalType[]> types, int graph) {
        this.types = types;
        this.graph = graph;
    }

    static void remove(Map<String, @Nullable LocalType[]> types) {
        Map<Integer, Deque<LocalType>> empty = new HashMap<>();
        for (@Nullable LocalType[] local : types.values()) {
            for (LocalType type : local) {
                if (type != null && type.isEmpty()) {
                    empty.computeIfAbsent(type.graphIndex(), _ -> new ArrayDeque<>())
                            .add(type);
                }
            }
        }
        empty.forEach((graph, found) -> new EmptyTypes(types, graph).remove(found));
    }

    private void remove(Deque<LocalType> empty) {
        findUsers();
        for (LocalType type = empty.poll(); type != null; type = empty.poll()) {
            @Nullable LocalType[] local = types.get(type.name());
            if (local == null || local[graph] == null) {
                continue;
            }
            local[graph] = null;
            for (LocalType user : users.getOrDefault(type.name(), List.of())) {
                user.forget(type.name());
                if (user.isEmpty()) {
                    empty.add(user);
                }
            }
        }
    }

    private void findUsers() {
        for (@Nullable LocalType[] local : types.values()) {
            LocalType user = local[graph];
            if (user != null) {
                user.used()
                        .forEach(used -> users.computeIfAbsent(used, _ -> new ArrayList<>())
                                .add(user));
            }
        }
    }
}
