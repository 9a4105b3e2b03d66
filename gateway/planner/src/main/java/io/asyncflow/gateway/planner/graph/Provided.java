package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What {@code @provides} on the way to a value tells of it. */
public record Provided(List<SelectionSet> sets) {

    static final Provided NOTHING = new Provided(List.of());

    public Provided {
        sets = List.copyOf(sets);
    }

    /**
     * What is provided below the field of the type, or null where the field itself is not provided.
     *
     * @param includes whether an object type is a type, or one of its possible types
     */
    @Nullable
    Provided below(String field, String type, BiPredicate<String, String> includes) {
        List<SelectionSet> below = null;
        for (SelectionSet set : sets) {
            for (Selected selected : set.selections()) {
                List<Selected.Field> fields = switch (selected) {
                    case Selected.Field one -> List.of(one);
                    case Selected.Fragment fragment ->
                        includes.test(fragment.type(), type) ? fragment.fields() : List.of();
                };
                for (Selected.Field each : fields) {
                    if (each.name().equals(field)) {
                        below = below == null ? new ArrayList<>() : below;
                        if (each.selections() != null) {
                            below.add(each.selections());
                        }
                    }
                }
            }
        }
        return below == null ? null : new Provided(below);
    }

    Provided and(@Nullable SelectionSet more) {
        if (more == null) {
            return this;
        }
        List<SelectionSet> both = new ArrayList<>(sets);
        both.add(more);
        return new Provided(both);
    }
}
