package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Position;
import java.util.List;

/** Counts what an operation grows to, and stops it where that is too much. */
public final class Meter {

    /** What is merged in the end still takes time to visit. */
    private static final int VISITS_PER_FIELD = 5;

    /** A level of fields takes twice as much of the stack as one of fragments. */
    private static final int FIELD = 2;

    private final OperationLimits limits;
    private final long maxVisits;
    private long visits;
    private int fields;
    private int depth;

    public Meter(OperationLimits limits) {
        this.limits = limits;
        this.maxVisits = (long) limits.maxFields() * VISITS_PER_FIELD;
    }

    /** That a selection is looked at. */
    public void visit() {
        if (++visits > maxVisits) {
            throw tooManyFields();
        }
    }

    /** That the operation has another field. */
    public void field() {
        if (++fields > limits.maxFields()) {
            throw tooManyFields();
        }
    }

    /** That fields nest deeper by one, until {@link #leave}. */
    public void enter() {
        deepen(FIELD);
    }

    public void leave() {
        depth -= FIELD;
    }

    /** That fragments nest deeper by one, until {@link #leaveFragment}. */
    public void enterFragment() {
        deepen(1);
    }

    public void leaveFragment() {
        depth--;
    }

    private void deepen(int by) {
        depth += by;
        if (depth > limits.maxDepth() * FIELD) {
            throw tooLarge("The operation nests more than " + limits.maxDepth() + " levels of fields, or twice as many"
                    + " of fragments. Ask for less at a time.");
        }
    }

    private Refusal tooManyFields() {
        return tooLarge("The operation has more than " + limits.maxFields()
                + " fields when its fragments are spread out. Split it, or spread fewer fragments in each other.");
    }

    private static Refusal tooLarge(String message) {
        return new Refusal(new Problem(Problem.TOO_LARGE, message, List.<Position>of()));
    }
}
