package io.asyncflow.gateway.composition.satisfiability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says, for each subgraph a query could be in, why it cannot go on from there, and what would let it. */
final class Reasons {

    private final Subgraphs subgraphs;
    private final Conditions conditions;
    private final DeadEnds deadEnds;
    private final ClosedDoors closedDoors;
    private final Circles circles;

    Reasons(Subgraphs subgraphs, Spots spots, Conditions conditions, Advance advance) {
        this.subgraphs = subgraphs;
        this.conditions = conditions;
        this.deadEnds = new DeadEnds(subgraphs, spots, conditions, advance);
        this.closedDoors = new ClosedDoors(subgraphs, conditions);
        this.circles = new Circles(subgraphs);
    }

    String of(State state, Step step) {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        for (Stop stop : state.stops()) {
            Spot start = stop.spot();
            if (start != null) {
                collect(stop, start, step, reasons);
            }
        }
        StringBuilder text = new StringBuilder();
        reasons.forEach((graph, found) -> text.append(paragraph(graph, found)).append('\n'));
        return text.append(advice(state, step)).toString();
    }

    private void collect(Stop stop, Spot start, Step step, Map<String, Set<String>> into) {
        for (Spot spot : conditions.jumps().from(start)) {
            reasons(spot, into).add(deadEnds.why(stop, spot, spot != start, step));
        }
        reasons(start, into).addAll(closedDoors.from(start, step));
    }

    private static Set<String> reasons(Spot spot, Map<String, Set<String>> into) {
        return into.computeIfAbsent(spot.type().graph().name(), _ -> new LinkedHashSet<>());
    }

    private static String paragraph(String graph, Set<String> reasons) {
        return reasons.size() == 1
                ? "- in subgraph \"%s\", %s".formatted(graph, reasons.iterator().next())
                : "- in subgraph \"%s\",\n  - %s".formatted(graph, String.join("\n  - ", reasons));
    }

    private String advice(State state, Step step) {
        return switch (step) {
            case Step.Take take -> advice(state, take);
            case Step.Narrow narrow ->
                "Give \"%1$s\" a resolvable @key in a subgraph that has it as an interface, with fields that these can fetch."
                        .formatted(narrow.from().name());
        };
    }

    private String advice(State state, Step.Take step) {
        Set<String> here = new LinkedHashSet<>();
        for (Stop stop : state.stops()) {
            if (stop.spot() != null) {
                here.add(stop.spot().type().graph().name());
            }
        }
        LocalField conditional = conditional(state, step);
        return conditional == null ? adviceToReach(here, step) : adviceToMeet(conditional, step);
    }

    private String adviceToReach(Set<String> here, Step.Take step) {
        List<String> there = new ArrayList<>();
        for (LocalType type : subgraphs.all(step.from().name())) {
            if (resolves(type.field(step.field().name()))
                    && !here.contains(type.graph().name())) {
                there.add(type.graph().name());
            }
        }
        return there.isEmpty()
                ? "Resolve \"%s\" in %s too (@shareable).".formatted(step.coordinate(), either(here))
                : "Resolve \"%s\" in %s too (@shareable), or give \"%s\" a resolvable @key in %s whose fields %s can fetch."
                        .formatted(step.coordinate(), either(here), step.from().name(), either(there), either(here));
    }

    private String adviceToMeet(LocalField field, Step.Take step) {
        List<String> circle = circles.through(step.from().name(), step.field().name());
        if (!circle.isEmpty()) {
            return "\"%s\" and what it requires need each other first (%s). Let one of them do without @requires."
                    .formatted(step.coordinate(), String.join(" -> ", circle));
        }
        return field.contextArguments().isEmpty()
                ? "Give \"%s\" a resolvable @key in each subgraph concerned, so that the query can fetch what \"%s\" requires and come back."
                        .formatted(step.from().name(), step.coordinate())
                : "Set the context on a type of every path that leads to \"%s\".".formatted(step.coordinate());
    }

    /** The field where the query can be, if only a condition keeps it from being fetched there. */
    private @Nullable LocalField conditional(State state, Step.Take step) {
        for (Stop stop : state.stops()) {
            for (Spot spot :
                    stop.spot() == null ? List.<Spot>of() : conditions.jumps().from(stop.spot())) {
                LocalField field = spot.type().field(step.field().name());
                if (field != null && resolves(field) && field.label() == null) {
                    return field;
                }
            }
        }
        return null;
    }

    private static boolean resolves(@Nullable LocalField field) {
        return field != null && !field.external();
    }

    private static String either(Iterable<String> graphs) {
        List<String> names = new ArrayList<>();
        graphs.forEach(graph -> names.add('"' + graph + '"'));
        return names.stream().limit(5).collect(Collectors.joining(" or "));
    }
}
