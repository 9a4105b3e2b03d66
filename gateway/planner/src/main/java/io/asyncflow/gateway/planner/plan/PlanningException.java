package io.asyncflow.gateway.planner.plan;

/** An operation that is not planned; the code and the message are for the client. */
public final class PlanningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public PlanningException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
