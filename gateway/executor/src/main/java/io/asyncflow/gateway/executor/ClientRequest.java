package io.asyncflow.gateway.executor;

import io.asyncflow.gateway.executor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, however it was sent. All but the name is JSON as the client wrote it.
 *
 * @param query the document, as a JSON string; null where the client names it by its hash
 * @param variables a JSON object, or null
 * @param extensions a JSON object, or null
 * @param way what the way in which it came leaves room for
 */
public record ClientRequest(
        @Nullable Json query,
        @Nullable String operationName,
        @Nullable Json variables,
        @Nullable Json extensions,
        Way way) {

    /**
     * What a transport can carry there and back. What it cannot is refused before anything runs.
     *
     * @param readOnly whether nothing may be changed, as by GET
     * @param takesParts whether the answer may come in parts
     * @param takesEvents whether a subscription's events can be sent
     */
    public record Way(boolean readOnly, boolean takesParts, boolean takesEvents) {

        /** There and back, for anything. */
        public static final Way OPEN = new Way(false, true, true);

        /** For one answer. */
        public static final Way PLAIN = new Way(false, false, false);
    }
}
