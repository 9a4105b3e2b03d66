package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.plan.PlanningException;

/**
 * Counts the steps of planning one operation. When the share for comparing alternatives is used up, first choices are
 * taken; when all is, the operation is refused. Steps, not time, so that plans do not depend on the machine.
 */
public final class Budget {

    private static final long COMPARING = 50_000;
    private static final long ALL = 250_000;

    private final long comparing;
    private final long all;
    private long spent;
    private long compared;

    public Budget() {
        this(COMPARING, ALL);
    }

    public Budget(long comparing, long all) {
        this.comparing = comparing;
        this.all = all;
    }

    public void spend(int steps) {
        spent += steps;
        if (spent > all) {
            throw new PlanningException(
                    "QUERY_PLAN_TOO_COMPLEX",
                    "Planning this operation takes more than the " + all
                            + " steps that one operation may take. Ask for less at a time, or for fewer abstract types.");
        }
    }

    /** Steps that go on comparing alternatives. */
    void compare(int steps) {
        compared += steps;
        spend(steps);
    }

    public long spent() {
        return spent;
    }

    public boolean isGreedy() {
        return compared > comparing || spent > all / 3;
    }
}
