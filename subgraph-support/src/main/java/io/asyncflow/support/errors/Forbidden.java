package io.asyncflow.support.errors;

/** The caller is known and may not do this. */
public final class Forbidden extends ClientFault {

    public static final String CODE = "FORBIDDEN";

    public Forbidden(String message) {
        super(CODE, message);
    }
}
