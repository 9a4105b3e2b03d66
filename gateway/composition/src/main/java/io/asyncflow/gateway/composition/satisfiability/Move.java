package io.asyncflow.gateway.composition.satisfiability;

import org.jspecify.annotations.Nullable;

/**
 * A way to take a client's step in the subgraphs.
 *
 * @param from the spot whose subgraph is asked, after all jumps
 * @param field the field it is asked for, or null where the step only narrows the type
 * @param to null past a leaf
 */
record Move(Spot from, @Nullable LocalField field, @Nullable Spot to) {}
