package io.asyncflow.gateway.executor;

import io.asyncflow.gateway.executor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, however it was sent. All but the name is JSON as the client wrote it.
 *
 * @param query the document, as a JSON string; null where the client names it by its hash
 * @param variables a JSON object, or null
 * @param extensions a JSON object, or null
 * @param readOnly whether it came in a way in which nothing may be changed, as by GET
 */
public record ClientRequest(
        @Nullable Json query,
        @Nullable String operationName,
        @Nullable Json variables,
        @Nullable Json extensions,
        boolean readOnly) {}
