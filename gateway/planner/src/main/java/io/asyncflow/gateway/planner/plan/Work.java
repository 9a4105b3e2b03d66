package io.asyncflow.gateway.planner.plan;

/**
 * What planning took, for metrics.
 *
 * @param steps the steps that were counted against the budget
 * @param greedy whether the budget for comparing alternatives ran out, so that first choices were taken
 */
public record Work(long steps, boolean greedy) {}
