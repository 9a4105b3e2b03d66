package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.Selected.Fragment;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the fields of union members that some subgraph does not know which could answer the union as well. A value that
 * both agree on is never of such a member; so that no answer depends on whom it was asked of, the fields are null.
 *
 * <pre>
 *   { wrapper { action { ... on Alpha { a } ... on Beta { b } } } }     one:   union Action = Alpha | Beta
 *                                         ^^^^^^^^^^^^^^^^^             other: union Action = Alpha
 * </pre>
 *
 * Members with keys are left alone: their fields can be had wherever the value is from.
 */
final class UnknownMembers {

    private final StateGraph graph;
    private final Set<Field> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private UnknownMembers(StateGraph graph) {
        this.graph = graph;
    }

    static Set<Field> of(SelectionSet root, StateGraph graph) {
        UnknownMembers members = new UnknownMembers(graph);
        members.walk(root, Set.of());
        return members.found;
    }

    /**
     * @param sources the subgraphs that the value could come from; none where that is not followed
     */
    private void walk(SelectionSet selections, Set<Integer> sources) {
        boolean union = graph.joins().supergraph().types().get(selections.type()) instanceof UnionType;
        for (Selected selected : selections.selections()) {
            switch (selected) {
                case Field field -> walk(field, selections.type(), sources);
                case Fragment fragment -> {
                    if (union && isUnknown(fragment.type(), selections.type(), sources)) {
                        fragment.fields().stream()
                                .filter(field -> !field.type().isNonNull())
                                .forEach(found::add);
                    } else {
                        fragment.fields().forEach(field -> walk(field, fragment.type(), sources));
                    }
                }
            }
        }
    }

    private void walk(Field field, String type, Set<Integer> sources) {
        if (field.selections() != null) {
            walk(field.selections(), sources(field, type, sources));
        }
    }

    private Set<Integer> sources(Field field, String type, Set<Integer> around) {
        Set<Integer> sources = new LinkedHashSet<>();
        for (Move move : graph.owners(type, field.name())) {
            int index = move.from().graphIndex();
            boolean follows = graph.isRoot(type) || around.contains(index) || isEntered(type, index);
            if (follows && move.isDirect()) {
                sources.add(index);
            }
        }
        return sources;
    }

    private boolean isEntered(String type, int graphIndex) {
        return graph.entrances(type).stream()
                .anyMatch(entrance -> entrance.target().graphIndex() == graphIndex);
    }

    private boolean isUnknown(String member, String union, Set<Integer> sources) {
        boolean isOne = graph.joins().supergraph().types().get(member) instanceof ObjectType;
        if (!isOne || !graph.entrances(member).isEmpty()) {
            return false;
        }
        return sources.stream().anyMatch(source -> {
            State state = graph.state(union, source);
            return state != null && !state.runtimeTypes().contains(member);
        });
    }
}
