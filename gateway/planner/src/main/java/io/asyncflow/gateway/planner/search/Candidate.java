package io.asyncflow.gateway.planner.search;

import java.util.BitSet;
import java.util.List;

/**
 * An item with all its options.
 *
 * @param localCost the cost of what is below it, if it is had where the value is already
 * @param remote none where it costs nothing locally
 */
record Candidate(Item item, long localCost, List<Option> remote) {

    static Candidate of(Item item, Arrivals at, Search search) {
        if (item.isAbsent()) {
            return new Candidate(item, Cost.NONE, List.of());
        }
        long localCost = item.local().isEmpty() ? Cost.IMPOSSIBLE : search.below(item.field(), item.local());
        return new Candidate(
                item,
                localCost,
                localCost == Cost.NONE ? List.of() : search.remote(item, at, Cost.isPossible(localCost)));
    }

    boolean isHopeless() {
        return item.local().isEmpty() && remote.isEmpty() && !item.isAbsent();
    }

    /** The subgraph that must be entered for it, or none. */
    BitSet needed() {
        BitSet needed = new BitSet();
        if (!Cost.isPossible(localCost)) {
            for (Option option : remote) {
                needed.set(option.graph());
            }
        }
        return needed.cardinality() == 1 ? needed : new BitSet();
    }
}
