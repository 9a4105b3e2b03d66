package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states that one value is known to be in, each in another fetch or subgraph: none at a root before anything is
 * asked. It remembers what was chosen from here.
 */
final class Arrivals {

    private final List<State> states;
    private final List<String> types;
    private final boolean typeKnown;
    private final Map<SelectionSet, Choice> choices = new IdentityHashMap<>();
    private final Map<String, Map<State, Route>> routes = new HashMap<>();

    Arrivals(List<State> states) {
        this.states = List.copyOf(states);
        Set<String> real = new LinkedHashSet<>();
        for (State state : states) {
            if (state.kind() == State.Kind.OBJECT) {
                real.clear();
                real.add(state.type());
                break;
            }
            real.addAll(state.runtimeTypes());
        }
        typeKnown = states.stream().anyMatch(state -> state.kind() != State.Kind.INTERFACE_OBJECT);
        types = typeKnown
                ? List.copyOf(new ArrayList<>(real))
                : List.of(states.getFirst().type());
    }

    /** At a root. */
    Arrivals(String rootType) {
        states = List.of();
        typeKnown = true;
        types = List.of(rootType);
    }

    List<State> states() {
        return states;
    }

    /** The object types that the value can have; the interface, where it is known as interface object only. */
    List<String> types() {
        return types;
    }

    /** Whether it can be asked for its {@code __typename} and with fragments. */
    boolean isTypeKnown() {
        return typeKnown;
    }

    @Nullable
    Choice choice(SelectionSet selections) {
        return choices.get(selections);
    }

    void remember(SelectionSet selections, Choice choice) {
        choices.put(selections, choice);
    }

    @Nullable
    Map<State, Route> routes(String type) {
        return routes.get(type);
    }

    void remember(String type, Map<State, Route> found) {
        routes.put(type, found);
    }
}
