package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.Selected.Fragment;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.List;

/** Counts the scalars and enums that are fetched where their object is not yet, instead of with it. */
final class Lateness {

    private Lateness() {}

    static int of(SelectionSet selections, List<State> states, Search search) {
        int late = 0;
        for (Pick pick : search.choose(selections, states).picks()) {
            Field field = pick.field();
            if (pick.isAbsent()) {
                continue;
            }
            if (!pick.sources().stream().allMatch(Option::isLocal)) {
                late += count(field);
            } else if (field.selections() != null) {
                late += of(field.selections(), search.targets(pick.sources()), search);
            }
        }
        return late;
    }

    private static int count(Field field) {
        SelectionSet below = field.selections();
        if (below == null) {
            return 1;
        }
        int count = 0;
        for (Selected selected : below.selections()) {
            count += switch (selected) {
                case Field each -> count(each);
                case Fragment fragment ->
                    fragment.fields().stream().mapToInt(Lateness::count).sum();
            };
        }
        return count;
    }
}
