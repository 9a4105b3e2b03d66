package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Entrance;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the best way into each subgraph for a value, breadth first: by keys had already, then by those they open. */
final class Routes {

    private final StateGraph graph;
    private final Search search;

    /** Keys can need values that are found by way of the same keys; what is asked for while it is sought is not there. */
    private final Set<Seeking> sought = new HashSet<>();

    private int cutShort;

    Routes(StateGraph graph, Search search) {
        this.graph = graph;
        this.search = search;
    }

    private record Seeking(Arrivals at, String type) {}

    /** The routes by the state that they lead to. */
    Map<State, Route> from(Arrivals at, String type) {
        Map<State, Route> known = at.routes(type);
        if (known != null) {
            return known;
        }
        Seeking seeking = new Seeking(at, type);
        if (!sought.add(seeking)) {
            cutShort++;
            return Map.of();
        }
        int before = cutShort;
        Map<State, Route> found = explore(at, type);
        sought.remove(seeking);
        if (cutShort == before || sought.isEmpty()) {
            at.remember(type, found);
        }
        return found;
    }

    private Map<State, Route> explore(Arrivals at, String type) {
        List<Reached> reached = new ArrayList<>();
        for (State state : at.states()) {
            State narrowed = state.narrowed(type);
            if (narrowed != null) {
                reached.add(new Reached(narrowed, null));
            }
        }
        Map<State, Route> found = new LinkedHashMap<>();
        List<Entrance> open = new ArrayList<>(graph.entrances(type));
        boolean more = true;
        while (more) {
            Map<State, Route> next = enter(open, reached, found, at.states().isEmpty());
            next.forEach((state, route) -> {
                found.put(state, route);
                reached.add(new Reached(state, route));
            });
            more = !next.isEmpty();
        }
        return found;
    }

    private record Reached(State state, @Nullable Route route) {}

    private Map<State, Route> enter(
            List<Entrance> open, List<Reached> reached, Map<State, Route> found, boolean atRoot) {
        Map<State, Route> next = new LinkedHashMap<>();
        for (Entrance entrance : open) {
            Route known = next.get(entrance.target());
            if (!found.containsKey(entrance.target()) && (known == null || !known.isBest())) {
                search.budget().spend(1 + reached.size());
                Route route = entrance.key() == null
                        ? route(entrance, List.of(), atRoot ? -1 : 0, Cost.NONE)
                        : keyed(entrance, entrance.key(), reached);
                if (route != null) {
                    next.merge(entrance.target(), route, (one, other) -> other.isBetterThan(one) ? other : one);
                }
            }
        }
        return next;
    }

    private static Route route(Entrance entrance, List<Route> suppliers, int depth, long extra) {
        BitSet graphs = new BitSet();
        suppliers.forEach(supplier -> graphs.or(supplier.graphs()));
        graphs.set(entrance.target().graphIndex());
        return new Route(entrance, suppliers, graphs, depth + 1, extra);
    }

    private @Nullable Route keyed(Entrance entrance, SelectionSet key, List<Reached> reached) {
        List<Route> suppliers = new ArrayList<>();
        int depth = 0;
        long extra = Cost.NONE;
        for (Field field : fields(key)) {
            Supply supply = supply(field, entrance, reached);
            if (supply == null) {
                return null;
            }
            if (supply.by() != null) {
                suppliers.add(supply.by());
                depth = Math.max(depth, supply.by().depth());
            }
            extra = Cost.sum(extra, supply.extra());
            depth += supply.extra() == 0 ? 0 : 1;
        }
        return route(entrance, suppliers, depth, extra);
    }

    private static List<Field> fields(SelectionSet key) {
        List<Field> fields = new ArrayList<>();
        for (Selected selected : key.selections()) {
            switch (selected) {
                case Field field -> fields.add(field);
                case Selected.Fragment fragment -> fields.addAll(fragment.fields());
            }
        }
        return fields;
    }

    private record Supply(@Nullable Route by, long extra) {}

    /** Who gives the key's field: the first that has it, or several together where it has fields of its own. */
    private @Nullable Supply supply(Field field, Entrance entrance, List<Reached> reached) {
        List<State> below = new ArrayList<>();
        Route by = null;
        for (Reached each : reached) {
            if (field.name().equals("__typename")) {
                return new Supply(null, Cost.NONE);
            }
            Move move = each.state().uniformMove(field.name());
            if (move == null || !move.isDirect() || each.state() == entrance.target() && each.route() != null) {
                continue;
            }
            if (field.selections() == null) {
                return new Supply(each.route(), Cost.NONE);
            }
            if (move.target() != null) {
                below.add(move.target());
                by = below.size() == 1 ? each.route() : by;
                long cost = search.cost(field.selections(), below);
                if (Cost.isPossible(cost)) {
                    return new Supply(by, cost);
                }
            }
        }
        return null;
    }
}
