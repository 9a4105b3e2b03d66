package io.asyncflow.gateway.composition.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code @override} does to one field, subgraph by subgraph. */
final class Overrides {

    static final Overrides NONE = new Overrides();

    private final Set<Contributor> used = new HashSet<>();
    private final Set<Contributor> unused = new HashSet<>();
    private final Set<Contributor> unknownSource = new HashSet<>();
    private final Map<Contributor, String> labels = new HashMap<>();

    void overridden(Contributor source, boolean isUsed) {
        (isUsed ? used : unused).add(source);
    }

    void unknownSource(Contributor by) {
        unknownSource.add(by);
    }

    void label(Contributor subgraph, String label) {
        labels.put(subgraph, label);
    }

    /** Overridden, but a key, {@code @requires}, {@code @provides} or an interface there still needs the field. */
    boolean isUsed(Contributor subgraph) {
        return used.contains(subgraph);
    }

    /** Overridden, and nothing there needs the field. */
    boolean isUnused(Contributor subgraph) {
        return unused.contains(subgraph);
    }

    boolean isOverridden(Contributor subgraph) {
        return isUsed(subgraph) || isUnused(subgraph);
    }

    /** The subgraph overrides one that there is not. */
    boolean hasUnknownSource(Contributor subgraph) {
        return unknownSource.contains(subgraph);
    }

    @Nullable
    String label(Contributor subgraph) {
        return labels.get(subgraph);
    }

    boolean changesJoins() {
        return !used.isEmpty() || !labels.isEmpty();
    }
}
