package io.asyncflow.gateway.composition.satisfiability;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether field sets (of keys, {@code @requires}, contexts) can be fetched from a spot, by whatever jumps that takes.
 *
 * <p>Conditions can hang on each other in circles. A field whose {@code @requires} is just being proved counts as not
 * to be had meanwhile, which is right for the outermost proof; what was found under such a guess is not remembered.
 */
final class Conditions {

    private final Subgraphs subgraphs;
    private final Jumps jumps;
    private final FieldPaths paths;
    private final Map<Required, Boolean> known = new HashMap<>();
    private final Set<Required> underProof = new HashSet<>();
    private final Map<Integer, BitSet> avoidingOne = new HashMap<>();
    private int guesses;

    Conditions(Subgraphs subgraphs, Spots spots, InterfaceFields interfaceFields, Budget budget) {
        this.subgraphs = subgraphs;
        this.jumps = new Jumps(subgraphs, spots, this);
        this.paths = new FieldPaths(subgraphs, spots, this, interfaceFields, budget);
    }

    private record Required(Spot spot, LocalField field) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Required(Spot otherSpot, LocalField otherField)
                    && spot == otherSpot
                    && field == otherField;
        }

        @Override
        public int hashCode() {
            return 31 * spot.id() + System.identityHashCode(field);
        }
    }

    Jumps jumps() {
        return jumps;
    }

    /** How often a circle was cut so far. */
    int guesses() {
        return guesses;
    }

    /** Whether what was found since there were so many guesses depends on none of them. */
    boolean isCertainSince(int before) {
        return guesses == before || underProof.isEmpty();
    }

    boolean canFetch(List<FieldPath> paths, Spot spot) {
        for (FieldPath path : paths) {
            if (!canFetch(path, spot)) {
                return false;
            }
        }
        return true;
    }

    boolean canFetch(FieldPath path, Spot spot) {
        return paths.canFollow(path, spot);
    }

    /** Whether the key's fields can be fetched from the spots, without entering the key's own subgraph for it. */
    boolean canFetch(LocalKey key, Spot start, List<Spot> reached, BitSet avoiding) {
        BitSet alsoAvoiding = with(avoiding, key.type().graphIndex());
        for (FieldPath path : key.paths()) {
            if (!paths.canFollow(path, start, reached, alsoAvoiding)) {
                return false;
            }
        }
        return true;
    }

    private BitSet with(BitSet avoiding, int graph) {
        return avoiding.isEmpty()
                ? avoidingOne.computeIfAbsent(graph, _ -> added(avoiding, graph))
                : added(avoiding, graph);
    }

    private static BitSet added(BitSet graphs, int graph) {
        BitSet more = (BitSet) graphs.clone();
        more.set(graph);
        return more;
    }

    /** Whether the subgraph can be asked for the field at the spot, overrides and contexts aside. */
    boolean canTake(Spot spot, LocalField field, boolean byKey) {
        if (spot.providedBelow(field.name()) != null) {
            return true;
        }
        return !field.external() && (field.requires().isEmpty() || canRequire(spot, field, byKey));
    }

    /** What a field requires is fetched elsewhere, so the query must be able to come back by a key. */
    private boolean canRequire(Spot spot, LocalField field, boolean byKey) {
        return (byKey || subgraphs.hasOwnKey(spot.type())) && canFetchRequired(spot, field);
    }

    private boolean canFetchRequired(Spot spot, LocalField field) {
        Required required = new Required(spot, field);
        Boolean answer = known.get(required);
        if (answer != null) {
            return answer;
        }
        if (!underProof.add(required)) {
            guesses++;
            return false;
        }
        int before = guesses;
        boolean met = canFetch(field.requires(), spot);
        underProof.remove(required);
        if (met || isCertainSince(before)) {
            known.put(required, met);
        }
        return met;
    }

    /** Whether the spot is of an interface object, of an interface that the object type implements. */
    boolean standsFor(Spot spot, String objectType) {
        return spot.type().kind() == LocalType.Kind.INTERFACE_OBJECT
                && subgraphs.runtimeTypes(spot.type().name()).contains(objectType);
    }

    /** Whether some subgraph can tell if the interface object is one of the object type. */
    boolean canTell(Spot interfaceObject, String objectType) {
        return standsFor(interfaceObject, objectType) && canFetch(FieldPath.TYPENAME, interfaceObject);
    }
}
