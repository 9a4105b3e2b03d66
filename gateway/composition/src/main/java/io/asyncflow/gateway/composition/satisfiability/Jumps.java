package io.asyncflow.gateway.composition.satisfiability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a query can get from a spot without taking a field: into other subgraphs, by keys whose fields can be fetched
 * from where it is already, one after the other until nothing new is found.
 *
 * <p>A subgraph is entered once: where it has two interface objects for one object type, just by the first.
 */
final class Jumps {

    static final BitSet ANYWHERE = new BitSet();

    private final Subgraphs subgraphs;
    private final Spots spots;
    private final Conditions conditions;
    private final Map<Start, List<Spot>> known = new HashMap<>();
    private final Map<Spot, List<Spot>> knownAnywhere = new HashMap<>();

    Jumps(Subgraphs subgraphs, Spots spots, Conditions conditions) {
        this.subgraphs = subgraphs;
        this.spots = spots;
        this.conditions = conditions;
    }

    /** A spot, and the subgraphs that must not be jumped to: those a key of which is just being proved usable. */
    private record Start(Spot spot, BitSet avoiding) {}

    /** The spot itself first. */
    List<Spot> from(Spot spot) {
        List<Spot> found = knownAnywhere.get(spot);
        if (found == null) {
            int guesses = conditions.guesses();
            found = explore(spot, ANYWHERE);
            if (conditions.isCertainSince(guesses)) {
                knownAnywhere.put(spot, found);
            }
        }
        return found;
    }

    List<Spot> from(Spot spot, BitSet avoiding) {
        if (avoiding.isEmpty()) {
            return from(spot);
        }
        Start start = new Start(spot, avoiding);
        List<Spot> found = known.get(start);
        if (found == null) {
            int guesses = conditions.guesses();
            found = explore(spot, avoiding);
            if (conditions.isCertainSince(guesses)) {
                known.put(start, found);
            }
        }
        return found;
    }

    private List<Spot> explore(Spot start, BitSet avoiding) {
        if (subgraphs.isRoot(start.type().name())) {
            return roots(start, avoiding);
        }
        List<Spot> reached = new ArrayList<>(List.of(start));
        BitSet entered = new BitSet();
        Set<LocalKey> waiting = new LinkedHashSet<>();
        addEntrances(start, start, avoiding, waiting);
        while (true) {
            List<Spot> found = usable(waiting, entered, start, reached, avoiding);
            if (found.isEmpty()) {
                return List.copyOf(reached);
            }
            reached.addAll(found);
            found.forEach(spot -> addEntrances(spot, start, avoiding, waiting));
        }
    }

    private List<Spot> roots(Spot start, BitSet avoiding) {
        List<Spot> reached = new ArrayList<>(List.of(start));
        for (LocalType root : subgraphs.all(start.type().name())) {
            if (root != start.type() && !avoiding.get(root.graphIndex())) {
                reached.add(spots.at(root));
            }
        }
        return List.copyOf(reached);
    }

    private void addEntrances(Spot spot, Spot start, BitSet avoiding, Set<LocalKey> into) {
        if (spot != start && spot.type().name().equals(start.type().name())) {
            return;
        }
        for (LocalKey key : subgraphs.entrances(spot.type().name())) {
            int graph = key.type().graphIndex();
            if (graph != start.type().graphIndex() && !avoiding.get(graph)) {
                into.add(key);
            }
        }
    }

    private List<Spot> usable(Set<LocalKey> waiting, BitSet entered, Spot start, List<Spot> reached, BitSet avoiding) {
        List<Spot> found = new ArrayList<>();
        waiting.removeIf(key -> entered.get(key.type().graphIndex()));
        for (LocalKey key : waiting) {
            int graph = key.type().graphIndex();
            if (!entered.get(graph) && conditions.canFetch(key, start, reached, avoiding)) {
                entered.set(graph);
                found.add(spots.at(key.type()));
            }
        }
        return found;
    }
}
