package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Entrance;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * How a subgraph is entered from where a value is.
 *
 * @param suppliers the routes to the subgraphs that give parts of the key
 * @param graphs the subgraphs entered on the way, its own included
 * @param depth how many fetches come one after the other on the way
 * @param extra what it costs to fetch the key besides
 */
public record Route(Entrance entrance, List<Route> suppliers, BitSet graphs, int depth, long extra) {

    public Route {
        suppliers = List.copyOf(suppliers);
    }

    /** Whether there can be no better one: all of the key is there. */
    boolean isBest() {
        return suppliers.isEmpty() && extra == Cost.NONE;
    }

    /** Fewer fetches first. */
    boolean isBetterThan(Route other) {
        return cost() < other.cost();
    }

    private long cost() {
        return Cost.of(graphs.cardinality(), depth) + extra;
    }

    /** Puts itself and those before it into the list, by subgraph. */
    void collect(Map<Integer, Route> into) {
        if (into.putIfAbsent(entrance.target().graphIndex(), this) == null) {
            suppliers.forEach(supplier -> supplier.collect(into));
        }
    }
}
