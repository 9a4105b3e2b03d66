package io.asyncflow.gateway.planner.operation;

import org.jspecify.annotations.Nullable;

/**
 * One {@code @defer}: its fields may be answered later than what is around them.
 *
 * @param id counts from 1 within the operation
 * @param parent the deferral around it, if any
 */
public record Deferral(
        int id, @Nullable String label, @Nullable Deferral parent) {}
