package io.asyncflow.allinone;

/** Something that the person at the terminal can put right; the message says how. */
final class Problem extends RuntimeException {

    Problem(String message) {
        super(message);
    }

    Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
