package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Why something has no value, as clients are told.
 *
 * @param extensions a JSON object, or null
 */
public record Fault(String message, @Nullable Json extensions) {

    /** With a code and the name of the subgraph. */
    public static Fault of(String message, String code, String subgraph) {
        return new Fault(message, Json.of("{\"code\":\"" + code + "\",\"subgraph\":\"" + subgraph + "\"}"));
    }
}
