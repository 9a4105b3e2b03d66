package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.json.Json;

/** The faults that show only when the answer is written: what a subgraph said does not fit the schema. */
final class Wrong {

    private static final Json INVALID = Json.of("{\"code\":\"SUBGRAPH_RESPONSE_INVALID\"}");

    private Wrong() {}

    static Fault nullIn(String key) {
        return new Fault("There is no value for " + key + ", which cannot be null", INVALID);
    }

    static Fault typeOf(String key) {
        return new Fault("The type of the object in " + key + " is not known", INVALID);
    }

    static Fault valueOf(String key) {
        return new Fault("The value of " + key + " is not of its type", INVALID);
    }
}
