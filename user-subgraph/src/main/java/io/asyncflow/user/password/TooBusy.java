package io.asyncflow.user.password;

/** More passwords wait to be hashed than we let wait. */
public final class TooBusy extends RuntimeException {

    TooBusy() {
        super("Too many passwords wait to be hashed", null, false, false);
    }
}
