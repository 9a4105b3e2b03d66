package io.asyncflow.allinone;

/** What really went wrong, below the wrappings. */
final class Causes {

    private Causes() {}

    static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return message(cause);
    }

    static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
