package io.asyncflow.gateway.cli.states;

import io.asyncflow.gateway.planner.graph.Entrance;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States as nodes, and the ways between them as edges, ready to be written in the language of a drawing program. */
public final class StateDrawing {

    /** How one gets from a state to another. */
    enum Way {
        FIELD,
        ENTRANCE,
        NARROWING
    }

    record Edge(State from, State to, String label, Way way) {}

    private final StateGraph graph;
    private final Map<State, String> names = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Deque<State> undrawn = new ArrayDeque<>();

    private StateDrawing(StateGraph graph) {
        this.graph = graph;
    }

    /** The states of the types, with what their ways lead to. */
    public static StateDrawing of(StateGraph graph, List<String> types) {
        var drawing = new StateDrawing(graph);
        types.forEach(type -> graph.states(type).forEach(drawing::add));
        List.copyOf(drawing.undrawn).forEach(drawing::draw);
        return drawing;
    }

    private void add(State state) {
        if (names.putIfAbsent(state, "s" + names.size()) == null) {
            undrawn.add(state);
        }
    }

    private void draw(State state) {
        for (Move move : state.moves()) {
            if (move.target() != null) {
                edge(state, move.target(), move.field() + MoveText.conditions(move), Way.FIELD);
            }
        }
        for (String type : state.runtimeTypes()) {
            State narrowed = state.narrowed(type);
            if (narrowed != null && narrowed != state) {
                edge(state, narrowed, "is", Way.NARROWING);
            }
        }
        for (Entrance entrance : graph.entrances(state.type())) {
            if (entrance.key() != null && entrance.target().graphIndex() != state.graphIndex()) {
                edge(state, entrance.target(), "{ " + entrance.key() + " }", Way.ENTRANCE);
            }
        }
    }

    private void edge(State from, State to, String label, Way way) {
        add(to);
        edges.add(new Edge(from, to, label, way));
    }

    String name(State state) {
        return names.getOrDefault(state, "");
    }

    static String label(State state) {
        String provided = MoveText.provided(state);
        return state.type() + (provided.isEmpty() ? "" : " with " + provided);
    }

    /** The states of each subgraph. */
    Map<Graph, List<State>> clusters() {
        Map<Graph, List<State>> clusters = new LinkedHashMap<>();
        names.keySet()
                .forEach(state -> clusters.computeIfAbsent(state.graph(), _ -> new ArrayList<>())
                        .add(state));
        return clusters;
    }

    Set<Edge> edges() {
        return edges;
    }
}
