package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.planner.search.Choice.Alternative;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the sets of subgraphs that could be entered at one place. Those that something cannot do without are in each
 * set; of the others all subsets are tried while they are few, and else the best is added as long as that helps. Once the
 * budget for comparing is used up, it is the first that has what lacks.
 */
final class Comparison {

    private static final int FEW = 5;

    private final Search search;
    private final SelectionSet selections;
    private final Arrivals at;
    private final Evaluation evaluation;
    private final List<Selected> hidden;
    private final List<Alternative> alternatives = new ArrayList<>();
    private BitSet best = new BitSet();
    private long bestCost = Cost.IMPOSSIBLE;

    Comparison(Search search, SelectionSet selections, Items items, Arrivals at) {
        this.search = search;
        this.selections = selections;
        this.at = at;
        this.hidden = new ArrayList<>(items.hidden());
        List<Candidate> candidates = new ArrayList<>();
        for (Item item : items.found()) {
            Candidate candidate = Candidate.of(item, at, search);
            if (candidate.isHopeless() && !at.isTypeKnown()) {
                hidden.add(item.field());
            } else {
                candidates.add(candidate);
            }
        }
        this.evaluation = new Evaluation(search, at, candidates);
    }

    Choice choose() {
        BitSet needed = evaluation.needed();
        BitSet free = evaluation.useful();
        free.andNot(needed);
        tryOut(needed);
        // Any other subgraph costs a fetch, so that there must be more than that to be saved.
        if (bestCost - evaluation.lowerBound(needed) > Cost.of(1, 1)) {
            if (search.budget().isGreedy()) {
                tryOut(evaluation.firstThatCover(needed));
            } else if (free.cardinality() > FEW) {
                climb(free);
            } else {
                trySubsets(needed, free.stream().toArray());
            }
        }
        if (!Cost.isPossible(bestCost)) {
            return Choice.IMPOSSIBLE;
        }
        Choice here = new Choice(bestCost, evaluation.picks(best), null, alternatives);
        return hidden.isEmpty() ? here : reveal(here);
    }

    private void tryOut(BitSet graphs) {
        long cost = evaluation.cost(graphs);
        alternatives.add(new Alternative(evaluation.names(graphs), cost));
        if (cost < bestCost || cost == bestCost && isEarlier(graphs)) {
            bestCost = cost;
            best = (BitSet) graphs.clone();
        }
    }

    /** At a root, of two that cost the same, whether it has more of the fields with the first fetches. */
    private boolean isEarlier(BitSet graphs) {
        return at.states().isEmpty()
                && Cost.isPossible(bestCost)
                && bestCost > evaluation.lowerBound(best)
                && late(evaluation.picks(graphs)) < late(evaluation.picks(best));
    }

    private int late(List<Pick> picks) {
        int late = 0;
        for (Pick pick : picks) {
            SelectionSet below = pick.field().selections();
            if (below != null && !pick.isAbsent()) {
                late += Lateness.of(below, search.targets(pick.sources()), search);
            }
        }
        return late;
    }

    private void trySubsets(BitSet needed, int[] free) {
        for (int subset = 1; subset < 1 << free.length; subset++) {
            BitSet graphs = (BitSet) needed.clone();
            for (int i = 0; i < free.length; i++) {
                if ((subset & 1 << i) != 0) {
                    graphs.set(free[i]);
                }
            }
            tryOut(graphs);
        }
    }

    private void climb(BitSet free) {
        BitSet from = (BitSet) best.clone();
        from.or(evaluation.needed());
        while (true) {
            long before = bestCost;
            BitSet reached = from;
            int covered = evaluation.covered(from);
            for (int graph = free.nextSetBit(0); graph >= 0; graph = free.nextSetBit(graph + 1)) {
                if (!from.get(graph)) {
                    BitSet graphs = (BitSet) from.clone();
                    graphs.set(graph);
                    tryOut(graphs);
                    if (evaluation.covered(graphs) > covered) {
                        covered = evaluation.covered(graphs);
                        reached = graphs;
                    }
                }
            }
            if (Cost.isPossible(bestCost) ? bestCost == before : reached == from) {
                return;
            }
            from = Cost.isPossible(bestCost) ? (BitSet) best.clone() : reached;
        }
    }

    /** Of the subgraphs that know the value's type, the one from which the rest costs least. */
    private Choice reveal(Choice here) {
        SelectionSet rest = new SelectionSet(selections.type(), hidden);
        Choice.Reveal found = null;
        long foundCost = Cost.IMPOSSIBLE;
        for (Map.Entry<State, Route> entry :
                search.routes(at.states(), at.types().getFirst()).entrySet()) {
            Route route = entry.getValue();
            if (entry.getKey().kind() == State.Kind.INTERFACE) {
                long cost = Cost.sum(
                        evaluation.enter(route), Cost.later(search.cost(rest, with(entry.getKey())), route.depth()));
                if (cost < foundCost) {
                    foundCost = cost;
                    found = new Choice.Reveal(route, rest);
                }
            }
        }
        return finished(here, found, foundCost);
    }

    private static Choice finished(Choice here, Choice.@Nullable Reveal found, long cost) {
        return found == null
                ? Choice.IMPOSSIBLE
                : new Choice(Cost.sum(here.cost(), cost), here.picks(), found, here.alternatives());
    }

    private List<State> with(State state) {
        List<State> states = new ArrayList<>(List.of(state));
        states.addAll(at.states());
        return states;
    }
}
