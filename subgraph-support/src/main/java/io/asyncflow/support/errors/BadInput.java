package io.asyncflow.support.errors;

import java.util.Map;

/** An argument that cannot be what the caller meant. */
public final class BadInput extends ClientFault {

    public static final String CODE = "BAD_USER_INPUT";

    private final String argument;

    /** The message reads on from the argument's name: {@code first} + "must be between 1 and 250". */
    public BadInput(String argument, String message) {
        super(CODE, argument + " " + message);
        this.argument = argument;
    }

    public String argument() {
        return argument;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("argument", argument);
    }
}
