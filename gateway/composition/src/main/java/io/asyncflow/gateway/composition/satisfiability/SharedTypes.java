package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A shared field of an abstract type has to mean the same object wherever it is resolved, so the subgraphs' object
 * types for it should be the same, and must have one in common.
 */
final class SharedTypes {

    private final PublicGraph graph;
    private final QueryText queries;
    private final List<SubgraphSchema> schemas;
    private final Map<Arrival, Shared> known = new HashMap<>();

    SharedTypes(PublicGraph graph, QueryText queries, List<SubgraphSchema> schemas) {
        this.graph = graph;
        this.queries = queries;
        this.schemas = schemas;
    }

    /** Whether the query can go on below the step. */
    boolean agree(State after, Step step, Findings into) {
        if (!(step instanceof Step.Take take) || !take.shared() || !after.type().isAbstract()) {
            return true;
        }
        Arrival arrival = new Arrival(after.type(), after.stops());
        Shared shared = known.computeIfAbsent(arrival, _ -> shared(after));
        if (shared.isUnknown()) {
            return true;
        }
        if (shared.common().isEmpty()) {
            nothingInCommon(after, take, shared.bySubgraph(), into);
            return false;
        }
        if (shared.differs()) {
            notTheSame(after, take, shared.bySubgraph(), shared.common(), into);
        }
        return true;
    }

    private Shared shared(State after) {
        Map<String, Set<String>> typesBySubgraph = typesBySubgraph(after);
        Set<String> common = new TreeSet<>(graph.runtimeTypes(after.type()));
        typesBySubgraph.values().forEach(common::retainAll);
        boolean differs = Set.copyOf(typesBySubgraph.values()).size() > 1;
        return new Shared(typesBySubgraph, common, differs);
    }

    /** Empty where fewer than two subgraphs have the type as an abstract one. */
    private Map<String, Set<String>> typesBySubgraph(State after) {
        Map<String, Set<String>> typesBySubgraph = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(graph.runtimeTypes(after.type()));
        int abstractTypes = 0;
        for (Stop stop : after.stops()) {
            Spot spot = stop.spot();
            if (spot == null) {
                continue;
            }
            Set<String> types = new TreeSet<>(spot.type().runtimeTypes());
            boolean standsForAll = types.size() == 1 && !all.containsAll(types);
            abstractTypes += spot.type().isAbstract() ? 1 : 0;
            if (!standsForAll) {
                typesBySubgraph.put(spot.type().graph().name(), types);
            }
        }
        return abstractTypes < 2 ? Map.of() : typesBySubgraph;
    }

    private void nothingInCommon(State after, Step.Take step, Map<String, Set<String>> typesBySubgraph, Findings into) {
        if (into.hasProblem(subject(step))) {
            return;
        }
        String message = """
                The shared field "%s" must return the same object from every subgraph, but there is no object type \
                that all of them can return for this query:
                %s
                %s
                Let the subgraphs have a type of "%s" in common, or resolve the field in one of them only.""".formatted(
                        step.coordinate(),
                        query(after, step),
                        list(typesBySubgraph),
                        after.type().name());
        into.add(
                subject(step),
                new Problem(
                        ErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES,
                        message,
                        places(step, typesBySubgraph.keySet())));
    }

    private void notTheSame(
            State after, Step.Take step, Map<String, Set<String>> typesBySubgraph, Set<String> common, Findings into) {
        if (into.hasHint(step.coordinate())) {
            return;
        }
        String message = """
                The shared field "%s" must return the same object from every subgraph, but they know different object \
                types for it in this query:
                %s
                %s
                Return only %s from it, or give all of the subgraphs the same types.""".formatted(step.coordinate(), query(after, step), list(typesBySubgraph), quoted(common));
        into.add(
                step.coordinate(),
                new Hint(
                        HintCode.INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN,
                        message,
                        places(step, typesBySubgraph.keySet())));
    }

    private static String subject(Step.Take step) {
        return "types of " + step.coordinate();
    }

    private String query(State after, Step.Take step) {
        State before = after.before();
        return before == null ? "" : queries.of(before, step);
    }

    private static String list(Map<String, Set<String>> typesBySubgraph) {
        return typesBySubgraph.entrySet().stream()
                .map(entry -> "- in subgraph \"%s\": %s".formatted(entry.getKey(), quoted(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(Set<String> types) {
        return types.isEmpty()
                ? "none"
                : types.stream().map(type -> '"' + type + '"').collect(Collectors.joining(", "));
    }

    private List<Place> places(Step.Take step, Set<String> subgraphs) {
        List<Place> places = new ArrayList<>();
        for (SubgraphSchema schema : schemas) {
            if (subgraphs.contains(schema.name())) {
                FieldPlace.of(schema, step.from().name(), step.field().name()).ifPresent(places::add);
            }
        }
        return places;
    }

    /** Where a query is below a shared field; many fields lead to the same. */
    private record Arrival(PublicType type, List<Stop> stops) {}

    private record Shared(Map<String, Set<String>> bySubgraph, Set<String> common, boolean differs) {

        boolean isUnknown() {
            return bySubgraph.values().stream().allMatch(Set::isEmpty);
        }
    }
}
