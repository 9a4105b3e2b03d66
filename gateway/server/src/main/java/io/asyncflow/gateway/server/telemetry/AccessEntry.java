package io.asyncflow.gateway.server.telemetry;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What becomes known of a request while it is worked on; found in the context under this class. */
final class AccessEntry {

    private static final int LISTED = 10;

    private final StringJoiner operations = new StringJoiner(",").setEmptyValue("-");
    private int count;

    /** A batch has several, and a socket any number. */
    synchronized void add(@Nullable String operation) {
        if (++count > LISTED) {
            return;
        }
        operations.add(operation == null ? "-" : operation);
    }

    synchronized String operations() {
        return operations.toString();
    }
}
