package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the things that a subgraph's {@code _entities} is asked for, and checks what it is told of them. */
final class Representations {

    private final Joins joins;
    private final Graph graph;
    private final Dataset data;
    private final Set<String> missing;

    Representations(Joins joins, Graph graph, Dataset data, Set<String> missing) {
        this.missing = missing;
        this.joins = joins;
        this.graph = graph;
        this.data = data;
    }

    /** The thing of the representation, or null where the subgraph is to miss it. */
    @SuppressWarnings("unchecked")
    @Nullable
    Seen find(Object item, Seen root) {
        if (!(item instanceof Map<?, ?> map) || !(map.get("__typename") instanceof String type)) {
            throw new Violation("This is no representation: " + item);
        }
        Map<String, Object> given = (Map<String, Object>) map;
        boolean asInterface = joins.isInterfaceObject(type, graph);
        Set<String> possible = asInterface ? joins.possibleTypes(type) : joins.possibleTypes(type, graph);
        List<FieldSet> keys = joins.keys(type, graph).stream()
                .filter(key -> has(given, key.selections()))
                .toList();
        if (keys.isEmpty()) {
            throw new Violation(
                    graph.name() + " has no key of " + type + " that the representation " + given + " holds");
        }
        checkNothingElse(type, possible, given);
        List<Thing> fitting = data.things(possible).stream()
                .filter(thing -> keys.stream().allMatch(key -> fits(data.selected(thing, key.selections()), given)))
                .toList();
        if (fitting.size() != 1) {
            throw new Violation(
                    "%d things fit the representation %s for %s".formatted(fitting.size(), given, graph.name()));
        }
        Thing thing = fitting.getFirst();
        if (missing.contains(graph.name() + " " + thing)) {
            return null;
        }
        return new Seen(thing, asInterface ? type : thing.type(), given, root);
    }

    void checkRequired(Seen object, String field, FieldSet required) {
        String what = object.as() + "." + field + " of " + graph.name();
        if (object.given() == null) {
            throw new Violation(what + " has requirements, but is asked for where no representation tells them");
        }
        Map<String, Object> expected = data.selected(object.thing(), required.selections());
        if (!fits(expected, object.given())) {
            throw new Violation(what + " requires " + expected + ", but is told " + object.given());
        }
    }

    private static boolean has(Object given, List<Selection> selections) {
        return switch (given) {
            case Map<?, ?> fields ->
                selections.stream().allMatch(selection -> switch (selection) {
                    case Selection.Field field ->
                        fields.get(field.name()) != null && has(fields.get(field.name()), field.selections());
                    case Selection.InlineFragment fragment -> has(fields, fragment.selections());
                    case Selection.FragmentSpread _ -> false;
                });
            case List<?> items -> items.stream().allMatch(item -> has(item, selections));
            default -> selections.isEmpty();
        };
    }

    private static boolean fits(Object expected, Object given) {
        if (expected instanceof Map<?, ?> fields && given instanceof Map<?, ?> others) {
            return fields.entrySet().stream()
                    .allMatch(field ->
                            others.containsKey(field.getKey()) && fits(field.getValue(), others.get(field.getKey())));
        }
        if (expected instanceof List<?> items && given instanceof List<?> others) {
            for (int i = 0; i < items.size() && i < others.size(); i++) {
                if (!fits(items.get(i), others.get(i))) {
                    return false;
                }
            }
            return items.size() == others.size();
        }
        return expected == Dataset.NULL ? given == null : expected.equals(given);
    }

    private void checkNothingElse(String type, Set<String> possible, Map<String, Object> given) {
        List<Selection> known = new ArrayList<>();
        joins.allKeys(type, graph).forEach(key -> known.addAll(key.selections()));
        addRequired(type, known);
        possible.forEach(each -> addRequired(each, known));
        checkNothingElse(type, given, known);
    }

    private void addRequired(String type, List<Selection> known) {
        for (Field field : joins.fields(type, graph)) {
            FieldJoin join = joins.join(type, field.name(), graph);
            if (join != null && join.requires() != null) {
                known.addAll(join.requires().selections());
            }
        }
    }

    private void checkNothingElse(String type, Object given, List<Selection> known) {
        if (given instanceof List<?> items) {
            items.forEach(item -> checkNothingElse(type, item, known));
        }
        if (given instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                List<Selection> below = new ArrayList<>();
                if (!name.equals("__typename") && !collect(known, String.valueOf(name), below)) {
                    throw new Violation("The representation " + given + " tells " + graph.name() + " the field " + name
                            + " of " + type + ", which no key and no requirement names");
                }
                checkNothingElse(type + "." + name, value, below);
            });
        }
    }

    private static boolean collect(List<Selection> known, String name, List<Selection> below) {
        boolean found = false;
        for (Selection selection : known) {
            switch (selection) {
                case Selection.Field field -> {
                    if (field.name().equals(name)) {
                        found = true;
                        below.addAll(field.selections());
                    }
                }
                case Selection.InlineFragment fragment -> found |= collect(fragment.selections(), name, below);
                case Selection.FragmentSpread _ -> {}
            }
        }
        return found;
    }
}
