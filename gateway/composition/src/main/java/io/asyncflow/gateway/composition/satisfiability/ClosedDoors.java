package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Printer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a query cannot jump from where it is into the subgraphs that could take a client's step. */
final class ClosedDoors {

    private static final int MOST = 10;

    private final Subgraphs subgraphs;
    private final Conditions conditions;

    ClosedDoors(Subgraphs subgraphs, Conditions conditions) {
        this.subgraphs = subgraphs;
        this.conditions = conditions;
    }

    List<String> from(Spot start, Step step) {
        Map<Integer, LocalType> reached = new HashMap<>();
        Set<LocalKey> closed = new LinkedHashSet<>();
        for (Spot spot : conditions.jumps().from(start)) {
            reached.put(spot.type().graphIndex(), spot.type());
            closed.addAll(subgraphs.entrances(spot.type().name()));
        }
        closed.removeIf(key -> reached.containsValue(key.type())
                || key.type().graphIndex() == start.type().graphIndex());
        List<String> reasons = new ArrayList<>();
        closed.forEach(
                key -> reasons.add(closed(key, start, reached.get(key.type().graphIndex()))));
        if (step instanceof Step.Take take) {
            Set<LocalType> doors = new HashSet<>(reached.values());
            closed.forEach(key -> doors.add(key.type()));
            reasons.addAll(doorless(start, take, doors));
        }
        return reasons.stream().limit(MOST).toList();
    }

    private String closed(LocalKey key, Spot start, @Nullable LocalType entered) {
        return "the key \"%s\" of \"%s\" does not lead to subgraph \"%s\": %s"
                .formatted(
                        Printer.print(key.fields()),
                        key.type().name(),
                        key.type().graph().name(),
                        entered == null
                                ? missing(key, start)
                                : "the query enters it once, and is there as \"%s\" already".formatted(entered.name()));
    }

    private String missing(LocalKey key, Spot start) {
        for (FieldPath path : key.paths()) {
            if (!conditions.canFetch(path, start)) {
                return "\"%s\" cannot be fetched".formatted(path);
            }
        }
        return "its fields cannot be fetched without being in \"%s\" already"
                .formatted(key.type().graph().name());
    }

    /** The subgraphs that resolve the field but cannot be entered at its type, by any key. */
    private List<String> doorless(Spot start, Step.Take step, Set<LocalType> doors) {
        List<String> reasons = new ArrayList<>();
        for (LocalType type : subgraphs.all(step.from().name())) {
            LocalField field = type.field(step.field().name());
            if (field != null && !field.external() && type != start.type() && !doors.contains(type)) {
                reasons.add("there is no way to subgraph \"%s\", which has \"%s\": %s"
                        .formatted(type.graph().name(), step.coordinate(), whyDoorless(type)));
            }
        }
        return reasons;
    }

    private static String whyDoorless(LocalType type) {
        if (type.keys().isEmpty()) {
            return "\"%s\" has no @key there".formatted(type.name());
        }
        return type.keys().stream().anyMatch(LocalKey::resolvable)
                ? "the @key of \"%s\" there cannot be used from an interface object".formatted(type.name())
                : "\"%s\" has no @key there but with \"resolvable: false\"".formatted(type.name());
    }
}
