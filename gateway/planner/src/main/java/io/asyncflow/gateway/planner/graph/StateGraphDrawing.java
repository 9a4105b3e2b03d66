package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.operation.FieldSelections;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the states of a supergraph: first the plain ones, then those that a {@code @provides} leads to. */
final class StateGraphDrawing {

    private final Joins joins;
    private final FieldSelections fieldSelections;
    private final Set<String> labels;
    private final Map<Graph, Integer> graphIndexes = new HashMap<>();
    private final Map<Place, State> states = new LinkedHashMap<>();
    private final Deque<State> undrawn = new ArrayDeque<>();

    StateGraphDrawing(Joins joins, Set<String> labels) {
        this.joins = joins;
        this.fieldSelections = FieldSelections.of(joins);
        this.labels = labels;
        joins.supergraph().graphs().forEach(graph -> graphIndexes.put(graph, graphIndexes.size()));
    }

    private record Place(String type, Graph graph, Provided provided) {}

    void draw() {
        for (Type type : joins.supergraph().types().values()) {
            if (type instanceof FieldsType || type instanceof UnionType) {
                for (Graph graph : joins.graphs(type.name())) {
                    state(type.name(), graph, Provided.NOTHING);
                }
            }
        }
        for (State next = undrawn.poll(); next != null; next = undrawn.poll()) {
            draw(next);
        }
        states.values().forEach(State::findUniformMoves);
    }

    private State state(String type, Graph graph, Provided provided) {
        Place place = new Place(type, graph, provided);
        State known = states.get(place);
        if (known != null) {
            return known;
        }
        State state = new State(graph, graphIndex(graph), type, kind(type, graph), provided);
        states.put(place, state);
        undrawn.add(state);
        return state;
    }

    private int graphIndex(Graph graph) {
        return Objects.requireNonNull(graphIndexes.get(graph), graph.name());
    }

    private State.Kind kind(String name, Graph graph) {
        if (joins.isInterfaceObject(name, graph)) {
            return State.Kind.INTERFACE_OBJECT;
        }
        Type type = joins.supergraph().types().get(name);
        if (type instanceof InterfaceType) {
            return State.Kind.INTERFACE;
        }
        return type instanceof UnionType ? State.Kind.UNION : State.Kind.OBJECT;
    }

    private void draw(State state) {
        if (joins.supergraph().types().get(state.type()) instanceof FieldsType fielded) {
            for (Field field : fielded.fields().values()) {
                FieldJoin join = joins.join(state.type(), field.name(), state.graph());
                if (join != null && holds(join)) {
                    state.add(move(state, field, join));
                }
            }
        }
        if (state.kind() == State.Kind.OBJECT) {
            state.addNarrowed(state);
        } else if (state.isAbstract()) {
            for (String objectType : joins.possibleTypes(state.type(), state.graph())) {
                if (joins.defines(state.graph(), objectType)) {
                    state.addNarrowed(state(objectType, state.graph(), state.provided()));
                }
            }
        }
    }

    private boolean holds(FieldJoin join) {
        return join.overrideLabel() == null || labels.contains(join.overrideLabel()) == (join.override() != null);
    }

    private Move move(State from, Field field, FieldJoin join) {
        TypeRef type = join.type() == null ? field.type() : join.type();
        Provided below = from.provided().below(field.name(), from.type(), this::includes);
        boolean external = join.external() || (join.usedOverridden() && !join.conditional());
        return new Move(
                from,
                field.name(),
                type,
                target(type.name(), from.graph(), join, below),
                external && below == null,
                below == null ? selections(from.type(), join.requires()) : null,
                join.overrideLabel(),
                join.contextArguments());
    }

    private @Nullable State target(String type, Graph graph, FieldJoin join, @Nullable Provided below) {
        if (!joins.defines(graph, type) || !isComposite(type)) {
            return null;
        }
        Provided passedOn = below == null ? Provided.NOTHING : below;
        return state(type, graph, passedOn.and(selections(type, join.provides())));
    }

    private boolean isComposite(String type) {
        Type found = joins.supergraph().types().get(type);
        return found instanceof FieldsType || found instanceof UnionType;
    }

    private boolean includes(String type, String objectType) {
        return joins.possibleTypes(type).contains(objectType);
    }

    private @Nullable SelectionSet selections(String type, @Nullable FieldSet fields) {
        return fields == null ? null : fieldSelections.on(type, fields.selections());
    }

    List<State> plainStates() {
        return states.values().stream()
                .filter(state -> state.provided().sets().isEmpty())
                .toList();
    }

    /** The ways in by the type's own keys, then those by interfaces whose object type the value's stands behind. */
    List<Entrance> entrances(String type) {
        List<Entrance> found = new ArrayList<>();
        Type declared = joins.supergraph().types().get(type);
        if (declared instanceof UnionType) {
            return found;
        }
        for (Graph graph : joins.graphs(type)) {
            addEntrances(type, graph, found);
        }
        for (String interfaceName : joins.interfaces(type)) {
            for (Graph graph : joins.interfaceObjectGraphs(interfaceName)) {
                addEntrances(interfaceName, graph, found);
            }
        }
        return List.copyOf(found);
    }

    private void addEntrances(String type, Graph graph, List<Entrance> into) {
        State target = state(type, graph, Provided.NOTHING);
        if (joins.supergraph().roots().containsValue(type)) {
            into.add(new Entrance(target, null));
            return;
        }
        for (FieldSet key : joins.keys(type, graph)) {
            into.add(new Entrance(target, fieldSelections.on(type, key.selections())));
        }
    }
}
