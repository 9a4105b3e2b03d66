package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import java.util.Locale;

/** How an operation ended. */
enum Ending {
    OK,
    /** It ran, and its response holds errors. */
    ERRORS,
    REFUSED,
    UNKNOWN_DOCUMENT,
    READ_ONLY,
    UNACCEPTABLE,
    TIMED_OUT,
    OVERLOADED,
    FAILED,
    /** The client did not wait for it. */
    CANCELLED;

    private final String tag = name().toLowerCase(Locale.ROOT);

    static Ending of(Outcome.Single outcome) {
        return switch (outcome.kind()) {
            case EXECUTED -> of(outcome.response());
            case REFUSED -> REFUSED;
            case UNKNOWN_DOCUMENT -> UNKNOWN_DOCUMENT;
            case READ_ONLY -> READ_ONLY;
            case UNACCEPTABLE -> UNACCEPTABLE;
            case TIMED_OUT -> TIMED_OUT;
            case OVERLOADED -> OVERLOADED;
            case FAILED -> FAILED;
        };
    }

    /** Errors come after the data, so that a response with some ends with their array. */
    private static Ending of(Json response) {
        return response.length() > 1 && response.bytes()[response.to() - 2] == ']' ? ERRORS : OK;
    }

    String tag() {
        return tag;
    }
}
