package io.asyncflow.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/**
 * A type as one subgraph has it ({@code @join__type}); a type with several keys there has several joins.
 *
 * @param resolvable whether the subgraph can be entered with the key
 * @param interfaceObject whether the subgraph knows an interface as an object type
 */
public record TypeJoin(
        Graph graph, @Nullable FieldSet key, boolean extension, boolean resolvable, boolean interfaceObject) {}
