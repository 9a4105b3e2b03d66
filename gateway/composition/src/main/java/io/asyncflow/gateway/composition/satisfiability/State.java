package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a client's query has come: the type it is at, and all the stops in the subgraphs at which it could be.
 *
 * @param labels the sides of progressive overrides that its fields so far imply
 * @param before null at a root
 */
record State(
        OperationType operation,
        PublicType type,
        List<Stop> stops,
        int[] stopIds,
        Map<String, Boolean> labels,
        @Nullable State before,
        @Nullable Step by) {

    State {
        stops = List.copyOf(stops);
        labels = Ordered.copyOf(labels);
    }

    static State root(OperationType operation, PublicType type, Collection<Stop> stops) {
        return new State(operation, type, List.copyOf(stops), ids(stops), Map.of(), null, null);
    }

    /** Whether the step does not contradict an earlier one. */
    boolean allows(Step step) {
        Label label = label(step);
        return label == null || labels.getOrDefault(label.name(), label.on()) == label.on();
    }

    State after(Step step, PublicType to, Collection<Stop> next, boolean rememberLabels) {
        Label label = rememberLabels ? label(step) : null;
        Map<String, Boolean> nextLabels = labels;
        if (label != null) {
            nextLabels = new LinkedHashMap<>(labels);
            nextLabels.put(label.name(), label.on());
        }
        return new State(operation, to, List.copyOf(next), ids(next), nextLabels, this, step);
    }

    /** Its steps, from the root. */
    List<Step> path() {
        List<Step> steps = new ArrayList<>();
        for (State state = this; state.before != null && state.by != null; state = state.before) {
            steps.add(state.by);
        }
        return steps.reversed();
    }

    private static @Nullable Label label(Step step) {
        return step instanceof Step.Take take ? take.label() : null;
    }

    private static int[] ids(Collection<Stop> stops) {
        return stops.stream().mapToInt(Stop::id).sorted().toArray();
    }

    /** Whether the other state could be wherever this one could, and under the same labels. */
    boolean covers(State other) {
        return isSubset(stopIds, other.stopIds)
                && (labels.isEmpty() || other.labels.entrySet().containsAll(labels.entrySet()));
    }

    private static boolean isSubset(int[] some, int[] more) {
        int next = 0;
        for (int id : some) {
            while (next < more.length && more[next] < id) {
                next++;
            }
            if (next == more.length || more[next] != id) {
                return false;
            }
        }
        return true;
    }
}
