package io.asyncflow.gateway.composition.satisfiability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states seen so far. What can be answered from some stops can be from those and more. */
final class Visits {

    private final Map<PublicType, List<State>> states = new LinkedHashMap<>();

    /** Whether the state is worth a visit; it counts as visited then. */
    boolean add(State state) {
        List<State> visited = states.computeIfAbsent(state.type(), _ -> new ArrayList<>(2));
        for (State other : visited) {
            if (other.covers(state)) {
                return false;
            }
        }
        visited.removeIf(other -> state.covers(other));
        visited.add(state);
        return true;
    }

    Visits copy() {
        Visits copy = new Visits();
        states.forEach((type, visited) -> copy.states.put(type, new ArrayList<>(visited)));
        return copy;
    }

    /** Takes over what another search has proved. */
    void addAll(Visits proved) {
        proved.states.values().forEach(visited -> visited.forEach(this::add));
    }
}
