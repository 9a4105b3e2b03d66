package io.asyncflow.gateway.planner.world;

/** That a plan asks for what must not be asked, or that its parts do not fit. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Violation(String message) {
        super(message);
    }
}
