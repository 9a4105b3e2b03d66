package io.asyncflow.embedded;

/** An embedded server could not be started; the message says what to do. */
public final class EmbeddedServerException extends RuntimeException {

    public EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }

    public EmbeddedServerException(String message) {
        super(message);
    }
}
