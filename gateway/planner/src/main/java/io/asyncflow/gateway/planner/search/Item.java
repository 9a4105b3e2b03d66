package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.operation.Selected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field to be had for values of certain types, which are all alike in where it can be had.
 *
 * @param types null for all types that the value can have
 * @param type the first of them
 * @param uniform whether it is asked of the abstract type itself
 * @param local where it can be had at once
 */
record Item(Selected.Field field, @Nullable List<String> types, String type, boolean uniform, List<Option> local) {

    /** Whether there is no object that could have it, so that nobody is asked. */
    boolean isAbsent() {
        return uniform && local.isEmpty();
    }
}
