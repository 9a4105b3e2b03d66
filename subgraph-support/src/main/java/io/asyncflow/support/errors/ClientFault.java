package io.asyncflow.support.errors;

import java.util.Map;

/** A request that cannot be answered through the caller's doing. Its message and code are meant for the caller. */
public abstract class ClientFault extends RuntimeException {

    private final String code;

    protected ClientFault(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The stable code that clients may branch on. */
    public String code() {
        return code;
    }

    /** What stands beside the code in the error's {@code extensions}. */
    public Map<String, Object> details() {
        return Map.of();
    }
}
