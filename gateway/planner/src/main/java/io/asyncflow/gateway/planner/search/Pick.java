package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.operation.Selected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a field is to be had from one of the sources, or (where it has fields of its own) parts of it from several.
 *
 * @param types the object types it is for, or null for all that the value can have
 * @param type the first of them
 */
public record Pick(Selected.Field field, @Nullable List<String> types, String type, List<Option> sources) {

    public Pick {
        sources = List.copyOf(sources);
    }

    /** Whether there is no object that could have the field, so that nobody is asked. */
    public boolean isAbsent() {
        return sources.isEmpty();
    }

    /** Whether something must be fetched before the field can be asked for. */
    public boolean needsInputs() {
        return !sources.isEmpty() && !sources.getFirst().move().isDirect();
    }
}
