package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What it costs to answer all items of a place by entering a set of subgraphs. */
final class Evaluation {

    private final Search search;
    private final Arrivals at;
    private final List<Candidate> candidates;

    /** The first route into each subgraph; those of other types of one place are much the same. */
    private final Map<Integer, Route> routes = new HashMap<>();

    private final BitSet needed = new BitSet();

    Evaluation(Search search, Arrivals at, List<Candidate> candidates) {
        this.search = search;
        this.at = at;
        this.candidates = candidates;
        for (Candidate candidate : candidates) {
            needed.or(candidate.needed());
            for (Option option : candidate.remote()) {
                if (option.route() != null) {
                    routes.putIfAbsent(option.graph(), option.route());
                }
            }
        }
    }

    BitSet needed() {
        return (BitSet) needed.clone();
    }

    /** The subgraphs that have what is not had for nothing, or what that requires. */
    BitSet useful() {
        BitSet useful = new BitSet();
        for (Candidate candidate : candidates) {
            for (Option option : candidate.remote()) {
                useful.set(option.graph());
                SelectionSet requires = option.move().requires();
                if (requires != null) {
                    addSuppliers(requires, candidate.item().type(), useful);
                }
            }
        }
        return useful;
    }

    private void addSuppliers(SelectionSet required, String type, BitSet into) {
        Map<State, Route> ways = search.routes(at.states(), type);
        for (Selected selected : required.selections()) {
            if (selected instanceof Selected.Field field && !isLocal(field, type)) {
                for (Move move : search.graph().owners(type, field.name())) {
                    Route route = ways.get(move.from());
                    if (route != null && move.isDirect()) {
                        into.set(move.from().graphIndex());
                        routes.putIfAbsent(move.from().graphIndex(), route);
                    }
                }
            }
        }
    }

    private boolean isLocal(Selected.Field field, String type) {
        for (State state : at.states()) {
            State narrowed = state.narrowed(type);
            Move move = narrowed == null ? null : narrowed.move(field.name());
            if (move != null && move.isDirect()) {
                return true;
            }
        }
        return false;
    }

    /** What the subgraphs cost to enter at the very least. */
    long lowerBound(BitSet graphs) {
        return entering(graphs);
    }

    private BitSet opened(BitSet graphs) {
        BitSet opened = (BitSet) graphs.clone();
        for (int graph = graphs.nextSetBit(0); graph >= 0; graph = graphs.nextSetBit(graph + 1)) {
            Route route = routes.get(graph);
            if (route != null) {
                opened.or(route.graphs());
            }
        }
        return opened;
    }

    /** Each subgraph once. What their keys cost besides is much the same for all, so that the dearest counts. */
    private long entering(BitSet graphs) {
        Map<Integer, Route> entered = new TreeMap<>();
        for (int graph = graphs.nextSetBit(0); graph >= 0; graph = graphs.nextSetBit(graph + 1)) {
            Route route = routes.get(graph);
            if (route != null) {
                route.collect(entered);
            }
        }
        long cost = Cost.NONE;
        long extra = Cost.NONE;
        for (Route route : entered.values()) {
            cost += Cost.of(1, route.depth());
            extra = Math.max(extra, route.extra());
        }
        return Cost.sum(cost, extra);
    }

    long enter(Route route) {
        Map<Integer, Route> entered = new TreeMap<>();
        route.collect(entered);
        long cost = route.extra();
        for (Route each : entered.values()) {
            cost += Cost.of(1, each.depth());
        }
        return cost;
    }

    long cost(BitSet graphs) {
        search.budget().compare(1 + candidates.size());
        BitSet opened = opened(graphs);
        long cost = entering(graphs);
        for (Candidate candidate : candidates) {
            cost = Cost.sum(cost, cost(candidate, opened));
            if (!Cost.isPossible(cost)) {
                return Cost.IMPOSSIBLE;
            }
        }
        return cost;
    }

    int covered(BitSet graphs) {
        BitSet opened = opened(graphs);
        int covered = 0;
        for (Candidate candidate : candidates) {
            covered += Cost.isPossible(cost(candidate, opened)) ? 1 : 0;
        }
        return covered;
    }

    /** The subgraphs, and for each item that they do not have, the first that does. */
    BitSet firstThatCover(BitSet graphs) {
        BitSet covering = (BitSet) graphs.clone();
        for (Candidate candidate : candidates) {
            BitSet opened = opened(covering);
            if (!Cost.isPossible(candidate.localCost())
                    && entered(candidate, opened).isEmpty()) {
                candidate.remote().stream().limit(1).forEach(option -> covering.set(option.graph()));
            }
        }
        return covering;
    }

    private long cost(Candidate candidate, BitSet opened) {
        if (candidate.localCost() == Cost.NONE) {
            return Cost.NONE;
        }
        List<Option> entered = entered(candidate, opened);
        if (entered.isEmpty()) {
            return candidate.localCost();
        }
        Option first = entered.getFirst();
        if (!first.move().isDirect()) {
            return fed(candidate, first, opened);
        }
        return Math.min(candidate.localCost(), together(candidate, entered));
    }

    private long together(Candidate candidate, List<Option> entered) {
        return below(candidate, options(candidate, entered));
    }

    private long below(Candidate candidate, List<Option> options) {
        if (at.states().isEmpty() && options.size() > 1 && !isPossibleAlone(candidate, options)) {
            return Cost.IMPOSSIBLE;
        }
        return Cost.later(search.below(candidate.item().field(), options), depth(options));
    }

    /**
     * At a root, each of several subgraphs has a value of its own. Where each can complete it for other types only, there
     * may be one that none can complete.
     */
    private boolean isPossibleAlone(Candidate candidate, List<Option> options) {
        Selected.Field field = candidate.item().field();
        SelectionSet below = field.selections();
        boolean isAbstract = below != null
                && search.graph().joins().possibleTypes(below.type()).size() > 1;
        return !isAbstract
                || options.stream().anyMatch(option -> Cost.isPossible(search.below(field, List.of(option))));
    }

    /** All, or one of those entered where a value from the others could be what none of them can answer. */
    private List<Option> options(Candidate candidate, List<Option> entered) {
        List<Option> all = new ArrayList<>(candidate.item().local());
        all.addAll(entered);
        if (!Cost.isPossible(below(candidate, all))) {
            for (Option option : entered) {
                if (Cost.isPossible(below(candidate, List.of(option)))) {
                    return List.of(option);
                }
            }
        }
        return all;
    }

    private static int depth(List<Option> options) {
        int depth = 0;
        for (Option option : options) {
            depth = Math.max(depth, option.route() == null ? 0 : option.route().depth());
        }
        return depth;
    }

    private static List<Option> entered(Candidate candidate, BitSet opened) {
        List<Option> entered = new ArrayList<>(candidate.remote().size());
        for (Option option : candidate.remote()) {
            if (opened.get(option.graph())) {
                entered.add(option);
            }
        }
        return entered;
    }

    /** A field with inputs: what it requires is fetched from wherever it costs least, then the field. */
    private long fed(Candidate candidate, Option option, BitSet opened) {
        SelectionSet requires = option.move().requires();
        long inputs = requires == null
                ? Cost.NONE
                : search.cost(requires, suppliers(candidate.item().type(), option, opened));
        long below = search.below(candidate.item().field(), List.of(option));
        return Cost.sum(Cost.sum(inputs, Cost.later(below, depth(List.of(option)) + 1)), 1);
    }

    private List<State> suppliers(String type, Option option, BitSet opened) {
        List<State> states = new ArrayList<>();
        for (State state : at.states()) {
            State narrowed = state.narrowed(type);
            if (narrowed != null) {
                states.add(narrowed);
            }
        }
        for (int graph = opened.nextSetBit(0); graph >= 0; graph = opened.nextSetBit(graph + 1)) {
            State entered = search.graph().state(type, graph);
            if (entered != null && graph != option.graph() && !states.contains(entered)) {
                states.add(entered);
            }
        }
        return states;
    }

    List<Pick> picks(BitSet graphs) {
        BitSet opened = opened(graphs);
        List<Pick> picks = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            Item item = candidate.item();
            picks.add(new Pick(item.field(), item.types(), item.type(), sources(candidate, opened)));
        }
        return picks;
    }

    private List<Option> sources(Candidate candidate, BitSet opened) {
        List<Option> local = candidate.item().local();
        List<Option> entered = entered(candidate, opened);
        if (candidate.item().isAbsent()) {
            return local;
        }
        if (!local.isEmpty() && (entered.isEmpty() || candidate.localCost() <= together(candidate, entered))) {
            return local;
        }
        if (!entered.getFirst().move().isDirect()) {
            return List.of(entered.getFirst());
        }
        return options(candidate, entered);
    }

    List<String> names(BitSet graphs) {
        List<String> names = new ArrayList<>();
        for (@Nullable State state : states(opened(graphs))) {
            if (state != null) {
                names.add(state.graph().name());
            }
        }
        return names;
    }

    private List<@Nullable State> states(BitSet graphs) {
        List<@Nullable State> states = new ArrayList<>();
        for (int graph = graphs.nextSetBit(0); graph >= 0; graph = graphs.nextSetBit(graph + 1)) {
            Route route = routes.get(graph);
            states.add(route == null ? null : route.entrance().target());
        }
        return states;
    }
}
