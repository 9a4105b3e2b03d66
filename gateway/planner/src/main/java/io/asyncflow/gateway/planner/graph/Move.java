package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a state, and the state that its value is in.
 *
 * @param type as the subgraph declares it
 * @param target null for a scalar or enum
 * @param external only named there, so that the subgraph cannot be asked for it
 * @param requires what must be sent along for the field to be answered
 * @param label the progressive override that this move hangs on; it is on the side that holds
 */
public record Move(
        State from,
        String field,
        TypeRef type,
        @Nullable State target,
        boolean external,
        @Nullable SelectionSet requires,
        @Nullable String label,
        List<ContextArgument> contextArguments) {

    public Move {
        contextArguments = List.copyOf(contextArguments);
    }

    /** Whether the field can be asked for without giving anything for it. */
    public boolean isDirect() {
        return !external && requires == null && contextArguments.isEmpty();
    }

    /** There is one for each state and field. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return from.type() + "." + field + " in " + from.graph().name();
    }
}
