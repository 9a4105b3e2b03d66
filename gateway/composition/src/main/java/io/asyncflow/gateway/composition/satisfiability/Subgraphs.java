package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the subgraphs have, each by itself, and the keys that lead into them. */
final class Subgraphs {

    private final Map<String, @Nullable LocalType[]> types;
    private final RuntimeTypes runtimeTypes;
    private final Set<String> roots;
    private final Map<String, List<LocalKey>> entrances = new HashMap<>();
    private final Map<LocalType, Boolean> ownKeys = new HashMap<>();

    Subgraphs(Supergraph supergraph, RuntimeTypes runtimeTypes) {
        this.types = LocalTypes.of(supergraph);
        this.runtimeTypes = runtimeTypes;
        this.roots = new HashSet<>(supergraph.roots().values());
    }

    @Nullable
    LocalType type(int graph, String name) {
        @Nullable LocalType[] local = types.get(name);
        return local == null ? null : local[graph];
    }

    /** The type in each subgraph that has it. */
    List<LocalType> all(String name) {
        @Nullable LocalType[] local = types.get(name);
        return local == null
                ? List.of()
                : Stream.of(local).filter(Objects::nonNull).toList();
    }

    boolean isRoot(String name) {
        return roots.contains(name);
    }

    /** The object types that a value of the type can have in any subgraph. */
    List<String> runtimeTypes(String name) {
        return runtimeTypes.of(name);
    }

    /**
     * The resolvable keys that can be used from a value of the type: its own in all subgraphs, and those of the
     * interfaces it implements where they are interface objects.
     */
    List<LocalKey> entrances(String name) {
        return entrances.computeIfAbsent(name, this::findEntrances);
    }

    private List<LocalKey> findEntrances(String name) {
        List<LocalKey> found = new ArrayList<>();
        all(name).forEach(type -> addEntrances(type, found));
        for (String anInterface : runtimeTypes.interfacesOf(name)) {
            for (LocalType type : all(anInterface)) {
                if (type.kind() == LocalType.Kind.INTERFACE_OBJECT) {
                    addEntrances(type, found);
                }
            }
        }
        return found;
    }

    private static void addEntrances(LocalType type, List<LocalKey> into) {
        for (LocalKey key : type.keys()) {
            if (key.resolvable()) {
                into.add(key);
            }
        }
    }

    /** Whether the subgraph resolves the fields of one of the type's keys itself. */
    boolean hasOwnKey(LocalType type) {
        Boolean known = ownKeys.get(type);
        if (known == null) {
            known = type.keys().stream().anyMatch(this::isOwn);
            ownKeys.put(type, known);
        }
        return known;
    }

    private boolean isOwn(LocalKey key) {
        return key.paths().stream().allMatch(path -> isOwn(key.type(), path));
    }

    private boolean isOwn(LocalType start, FieldPath path) {
        LocalType type = start;
        for (FieldPath.Part part : path.parts()) {
            if (type == null) {
                return false;
            }
            if (part.narrows()) {
                type = type(type.graphIndex(), part.name());
                continue;
            }
            LocalField field = type.field(part.name());
            if (field == null || field.external()) {
                return part.name().equals("__typename");
            }
            type = type(type.graphIndex(), field.type());
        }
        return true;
    }
}
