package io.asyncflow.gateway.executor.json;

/** The bytes are not JSON; the message says what is wrong and at which of them. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonException(String message, int position) {
        super(message + " at byte " + position, null, false, false);
    }
}
