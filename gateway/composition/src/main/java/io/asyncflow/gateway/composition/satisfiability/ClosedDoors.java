package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Printer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        Set<LocalType> reached = new HashSet<>();
        Set<LocalKey> closed = new LinkedHashSet<>();
        for (Spot spot : conditions.jumps().from(start)) {
            reached.add(spot.type());
            closed.addAll(subgraphs.entrances(spot.type().name()));
        }
        closed.removeIf(key -> reached.contains(key.type())
                || key.type().graphIndex() == start.type().graphIndex());
        List<String> reasons = new ArrayList<>();
        closed.forEach(key -> reasons.add(closed(key, start)));
        if (step instanceof Step.Take take) {
            closed.forEach(key -> reached.add(key.type()));
            reasons.addAll(doorless(start, take, reached));
        }
        return reasons.stream().limit(MOST).toList();
    }

    private String closed(LocalKey key, Spot start) {
        String missing = "its fields cannot be fetched without being in \"%s\" already"
                .formatted(key.type().graph().name());
        for (FieldPath path : key.paths()) {
            if (!conditions.canFetch(path, start)) {
                missing = "\"%s\" cannot be fetched".formatted(path);
                break;
            }
        }
        return "the key \"%s\" of \"%s\" does not lead to subgraph \"%s\": %s"
                .formatted(
                        Printer.print(key.fields()),
                        key.type().name(),
                        key.type().graph().name(),
                        missing);
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
