package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A composite type as one subgraph has it; {@link LocalTypes} fills it. */
final class LocalType {

    enum Kind {
        OBJECT,
        INTERFACE_OBJECT,
        INTERFACE,
        UNION
    }

    private final Graph graph;
    private final int graphIndex;
    private final String name;
    private final Kind kind;
    private final Map<String, LocalField> fields = new LinkedHashMap<>();
    private final List<LocalKey> keys = new ArrayList<>();
    private final Set<String> runtimeTypes = new LinkedHashSet<>();

    LocalType(Graph graph, int graphIndex, String name, Kind kind) {
        this.graph = graph;
        this.graphIndex = graphIndex;
        this.name = name;
        this.kind = kind;
        if (!isAbstract()) {
            runtimeTypes.add(name);
        }
    }

    void add(LocalField field) {
        fields.put(field.name(), field);
    }

    void add(LocalKey key) {
        keys.add(key);
    }

    void addRuntimeType(String object) {
        runtimeTypes.add(object);
    }

    Graph graph() {
        return graph;
    }

    /** The place of its subgraph among all. */
    int graphIndex() {
        return graphIndex;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    boolean isAbstract() {
        return kind == Kind.INTERFACE || kind == Kind.UNION;
    }

    @Nullable
    LocalField field(String field) {
        return fields.get(field);
    }

    List<LocalKey> keys() {
        return keys;
    }

    /** Whether nothing can be asked of it. */
    boolean isEmpty() {
        return kind == Kind.UNION ? runtimeTypes.isEmpty() : fields.isEmpty();
    }

    /** The types it speaks of. */
    Set<String> used() {
        Set<String> used = new LinkedHashSet<>(runtimeTypes);
        fields.values().forEach(field -> used.add(field.type()));
        return used;
    }

    void forget(String type) {
        runtimeTypes.remove(type);
        fields.values().removeIf(field -> field.type().equals(type));
    }

    /** The object types that a value of this type can have in this subgraph. */
    Set<String> runtimeTypes() {
        return runtimeTypes;
    }
}
