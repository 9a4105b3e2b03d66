package io.asyncflow.gateway.planner.plan;

import org.jspecify.annotations.Nullable;

/**
 * A part of the answer that may come later: when all fetches of its deferral, and of those around it, are done.
 *
 * @param id as in {@link Fetch#deferral}
 * @param parent the deferral around it, or 0
 * @param within the part of the answer that has the objects at the path: a deferral, or 0 for the first
 * @param path the objects that {@code shape} is read from
 */
public record Deferred(
        int id, int parent, int within, @Nullable String label, Path path, Shape shape) {}
