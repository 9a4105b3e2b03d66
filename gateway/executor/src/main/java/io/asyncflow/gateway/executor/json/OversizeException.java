package io.asyncflow.gateway.executor.json;

/** An operation takes more memory than it may. */
public final class OversizeException extends RuntimeException {

    /** As clients know it. */
    public static final String CODE = "RESPONSE_TOO_LARGE";

    private static final long serialVersionUID = 1L;

    OversizeException(long limit) {
        super("It takes more than " + limit + " bytes to answer this", null, false, false);
    }
}
