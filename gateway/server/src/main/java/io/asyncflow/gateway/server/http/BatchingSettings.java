package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;

/** Several operations in one request. */
@Described("Several operations in one request, as an array.")
public record BatchingSettings(
        @Described("Serve arrays of operations.") boolean enabled,

        @Described("How many operations one request may hold.")
        int maximumSize) {

    public static final BatchingSettings DEFAULT = new BatchingSettings(false, 10);

    public BatchingSettings {
        if (maximumSize < 1) {
            throw new IllegalArgumentException("maximum_size must be at least 1");
        }
    }
}
