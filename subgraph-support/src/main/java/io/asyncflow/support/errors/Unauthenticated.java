package io.asyncflow.support.errors;

/** Nobody is signed in, or the token that says so cannot be trusted. */
public final class Unauthenticated extends ClientFault {

    public static final String CODE = "UNAUTHENTICATED";

    public Unauthenticated(String message) {
        super(CODE, message);
    }
}
