package io.asyncflow.support.remote;

/** The other graph did not answer, or answered with errors, or with something that is no answer. */
public final class RemoteGraphException extends RuntimeException {

    RemoteGraphException(String message) {
        super(message);
    }

    RemoteGraphException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
