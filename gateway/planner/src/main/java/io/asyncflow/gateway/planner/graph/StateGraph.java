package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All states of one supergraph, while certain override labels are on. Immutable once built.
 *
 * <p>Where a value is known as an interface object only, the interface stands for its object type.
 */
public final class StateGraph {

    private final Joins joins;
    private final Contexts contexts;
    private final Map<String, List<State>> states = new LinkedHashMap<>();
    private final Map<String, List<Entrance>> entrances = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Move>>> owners = new LinkedHashMap<>();

    private StateGraph(Joins joins, Set<String> labels) {
        this.joins = joins;
        this.contexts = new Contexts(joins);
        var drawing = new StateGraphDrawing(joins, labels);
        drawing.draw();
        for (State state : drawing.plainStates()) {
            states.computeIfAbsent(state.type(), _ -> new ArrayList<>()).add(state);
        }
        for (String type : states.keySet()) {
            entrances.put(type, drawing.entrances(type));
            owners.put(type, ownersOf(type));
        }
    }

    /**
     * @param labels the labels of progressive overrides that are on
     */
    public static StateGraph of(Joins joins, Set<String> labels) {
        return new StateGraph(joins, labels);
    }

    private Map<String, List<Move>> ownersOf(String type) {
        Map<String, List<Move>> found = new LinkedHashMap<>();
        for (State state : states.getOrDefault(type, List.of())) {
            addOwned(state, found);
        }
        for (String interfaceName : joins.interfaces(type)) {
            for (State state : states.getOrDefault(interfaceName, List.of())) {
                if (state.kind() == State.Kind.INTERFACE_OBJECT) {
                    addOwned(state, found);
                }
            }
        }
        found.replaceAll((_, moves) -> List.copyOf(moves));
        return found;
    }

    private static void addOwned(State state, Map<String, List<Move>> into) {
        for (Move move : state.moves()) {
            Move owned = state.isAbstract() ? state.uniformMove(move.field()) : move;
            if (owned != null && !owned.external()) {
                into.computeIfAbsent(move.field(), _ -> new ArrayList<>(2)).add(owned);
            }
        }
    }

    public Joins joins() {
        return joins;
    }

    /** Which types set which contexts. */
    public Contexts contexts() {
        return contexts;
    }

    /** All states that no {@code @provides} leads to. */
    public Collection<List<State>> plainStates() {
        return Collections.unmodifiableCollection(states.values());
    }

    /** The states of the type, in the order of the subgraphs. */
    public List<State> states(String type) {
        return states.getOrDefault(type, List.of());
    }

    /** The states of an operation's root type. */
    public List<State> roots(OperationType operation) {
        String root = joins.supergraph().roots().get(operation);
        return root == null ? List.of() : states(root);
    }

    public boolean isRoot(String type) {
        return joins.supergraph().roots().containsValue(type);
    }

    /** How subgraphs can be entered with a value of the object type. */
    public List<Entrance> entrances(String objectType) {
        return entrances.getOrDefault(objectType, List.of());
    }

    /** The subgraphs that can be asked for the field of the object type after they were entered. */
    public List<Move> owners(String objectType, String field) {
        return owners.getOrDefault(objectType, Map.of()).getOrDefault(field, List.of());
    }

    /** The plain state of the type in the subgraph. */
    public @Nullable State state(String type, int graphIndex) {
        for (State state : states(type)) {
            if (state.graphIndex() == graphIndex) {
                return state;
            }
        }
        return null;
    }
}
