package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Really tries to fetch everything, down to a depth: asks every subgraph that holds an object for all it has, enters
 * every subgraph a key of which it knows, and so on until it learns nothing new. It knows nothing of proofs.
 */
final class Fetching {

    private final Supergraph supergraph;
    private final Joins joins;

    private Fetching(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.joins = Joins.of(supergraph);
    }

    /** The first field that it cannot fetch, or nothing. */
    static String missing(Supergraph supergraph, int depth) {
        Fetching fetching = new Fetching(supergraph);
        Found query = new Found(supergraph.roots().getOrDefault(OperationType.QUERY, "Query"));
        query.heldBy.addAll(supergraph.graphs());
        return fetching.missing(query, depth);
    }

    private static final class Found {
        private final String type;
        private final Set<Graph> heldBy = new LinkedHashSet<>();
        private final Set<String> known = new LinkedHashSet<>();
        private final Map<String, Found> children = new LinkedHashMap<>();

        Found(String type) {
            this.type = type;
        }

        int size() {
            return heldBy.size()
                    + known.size()
                    + children.values().stream()
                            .mapToInt(child -> 1 + child.heldBy.size() + child.known.size())
                            .sum();
        }
    }

    private String missing(Found found, int depth) {
        learn(found, depth);
        if (!(supergraph.types().get(found.type) instanceof FieldsType type)) {
            return found.type;
        }
        for (Field field : type.fields().values()) {
            Found child = found.children.get(field.name());
            if (child == null && !found.known.contains(field.name())) {
                return found.type + "." + field.name();
            }
            String below = child == null || depth == 0 ? "" : missing(child, depth - 1);
            if (!below.isEmpty()) {
                return field.name() + " " + below;
            }
        }
        return "";
    }

    private void learn(Found found, int depth) {
        int before;
        do {
            before = found.size();
            for (Graph graph : List.copyOf(found.heldBy)) {
                joins.fields(found.type, graph).forEach(field -> ask(found, graph, field, depth));
            }
            for (Graph graph : joins.graphs(found.type)) {
                if (joins.keys(found.type, graph).stream().anyMatch(key -> knows(found, key, depth))) {
                    found.heldBy.add(graph);
                }
            }
        } while (found.size() > before);
    }

    private void ask(Found found, Graph graph, Field field, int depth) {
        FieldJoin join = joins.join(found.type, field.name(), graph);
        if (join == null || join.external() || (join.requires() != null && !knows(found, join.requires(), depth))) {
            return;
        }
        if (!(supergraph.types().get(field.type().name()) instanceof FieldsType child)) {
            found.known.add(field.name());
            return;
        }
        Found below = found.children.computeIfAbsent(field.name(), _ -> new Found(child.name()));
        below.heldBy.add(graph);
        if (join.provides() != null) {
            join.provides().selections().forEach(selection -> below.known.add(((Selection.Field) selection).name()));
        }
    }

    private boolean knows(Found found, FieldSet fields, int depth) {
        return knows(found, fields.selections(), depth);
    }

    private boolean knows(Found found, List<Selection> fields, int depth) {
        for (Selection selection : fields) {
            Selection.Field field = (Selection.Field) selection;
            Found child = found.children.get(field.name());
            if (field.selections().isEmpty() ? !found.known.contains(field.name()) : child == null) {
                return false;
            }
            if (child != null) {
                if (depth > -4) {
                    learn(child, depth - 1);
                }
                if (!knows(child, field.selections(), depth - 1)) {
                    return false;
                }
            }
        }
        return true;
    }
}
