package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a subgraph can answer each field of a request by what Federation says: it may know a field by name only. */
final class OwnershipCheck {

    private final SubgraphTypes types;
    private final Joins joins;
    private final Graph graph;
    private final Set<String> labels;

    OwnershipCheck(SubgraphTypes types, Joins joins, Graph graph, Set<String> labels) {
        this.types = types;
        this.joins = joins;
        this.graph = graph;
        this.labels = labels;
    }

    void check(OperationDefinition operation) {
        String root = operation.type().rootName();
        check(operation.selections(), root, Set.of(root), List.of(), false);
    }

    /**
     * @param possible the types that the objects can have
     * @param provided what can be had here besides the subgraph's own
     * @param told whether a representation tells of the objects
     */
    private void check(
            List<Selection> selections, String type, Set<String> possible, List<Selection> provided, boolean told) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> check(field, type, possible, provided, told);
                case Selection.InlineFragment fragment -> {
                    String condition = fragment.typeCondition() == null ? type : fragment.typeCondition();
                    Set<String> narrowed = new LinkedHashSet<>(possible);
                    narrowed.retainAll(types.possible(condition));
                    check(fragment.selections(), condition, narrowed, provided, told);
                }
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private void check(
            Selection.Field field, String type, Set<String> possible, List<Selection> provided, boolean told) {
        FieldDefinition definition = types.field(type, field.name());
        if (definition == null || field.name().equals("__typename")) {
            return;
        }
        String below = definition.type().name();
        if (field.name().equals("_entities")) {
            check(field.selections(), below, types.possible(below), List.of(), true);
            return;
        }
        List<Selection> providedBelow = new ArrayList<>();
        for (String each : possible) {
            List<Selection> fromAbove = new ArrayList<>();
            boolean isProvided = below(provided, each, field.name(), fromAbove);
            providedBelow.addAll(fromAbove);
            for (FieldSet key : joins.allKeys(each, graph)) {
                isProvided |= below(key.selections(), each, field.name(), providedBelow);
            }
            checkOwned(each, field.name(), isProvided, told);
            FieldJoin join = joins.join(each, field.name(), graph);
            if (join != null && join.provides() != null) {
                providedBelow.addAll(join.provides().selections());
            }
        }
        check(field.selections(), below, types.possible(below), providedBelow, false);
    }

    private void checkOwned(String type, String name, boolean isProvided, boolean told) {
        if (isProvided) {
            return;
        }
        String what = type + "." + name + " of " + graph.name();
        FieldJoin join = joins.join(type, name, graph);
        if (join == null || !join.resolves()) {
            throw new Violation(what + " is asked for, but the subgraph does not answer it there");
        }
        if (join.conditional() && labels.contains(join.overrideLabel()) == (join.override() == null)) {
            throw new Violation(what + " is asked for, but the override's label gives it to another subgraph");
        }
        if (join.requires() != null && !told) {
            throw new Violation(what + " has requirements, but is asked for below another field");
        }
    }

    private boolean below(List<Selection> selections, String type, String name, List<Selection> below) {
        boolean found = false;
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> {
                    if (field.name().equals(name)) {
                        found = true;
                        below.addAll(field.selections());
                    }
                }
                case Selection.InlineFragment fragment -> {
                    if (fragment.typeCondition() == null
                            || types.possible(fragment.typeCondition()).contains(type)) {
                        found |= below(fragment.selections(), type, name, below);
                    }
                }
                case Selection.FragmentSpread _ -> {}
            }
        }
        return found;
    }
}
