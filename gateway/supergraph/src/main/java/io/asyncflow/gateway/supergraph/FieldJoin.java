package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as one subgraph has it ({@code @join__field}).
 *
 * @param graph null where the field is no subgraph's own: it comes from an interface object
 * @param type its type in that subgraph, or null where it is the supergraph's
 * @param external the subgraph only names it, in a key, {@code @requires} or {@code @provides}
 * @param override the subgraph that it takes the field over from
 * @param usedOverridden overridden by another subgraph, but still used here in a key or {@code @requires}
 * @param overrideLabel the condition under which the override holds
 */
public record FieldJoin(
        @Nullable Graph graph,
        @Nullable FieldSet requires,
        @Nullable FieldSet provides,
        @Nullable TypeRef type,
        boolean external,
        @Nullable String override,
        boolean usedOverridden,
        @Nullable String overrideLabel,
        List<ContextArgument> contextArguments) {

    public FieldJoin {
        contextArguments = List.copyOf(contextArguments);
    }

    /** The field in the graph, without conditions. */
    public static FieldJoin in(Graph graph) {
        return new FieldJoin(graph, null, null, null, false, null, false, null, List.of());
    }

    /** Whether the graph answers the field itself; where a progressive override decides, whether it sometimes does. */
    public boolean resolves() {
        return graph != null && !external && (!usedOverridden || conditional());
    }

    /**
     * Whether a progressive override decides if this graph answers the field: it does while the label is on where
     * {@link #override} tells whom it overrides, and while it is off where it does not.
     */
    public boolean conditional() {
        return overrideLabel != null;
    }

    /** An argument that the gateway fills from an ancestor ({@code @fromContext}). */
    public record ContextArgument(String name, TypeRef type, String context, String selection) {}
}
