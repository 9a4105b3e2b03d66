package io.asyncflow.gateway.planner.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What running a plan came to.
 *
 * @param initial the answer before anything deferred is there
 * @param complete with all that is deferred
 * @param requests the texts of the requests in the order in which they were answered
 */
public record Answer(
        @Nullable Map<String, Object> initial, @Nullable Map<String, Object> complete, List<Sent> requests) {

    /** A request that was sent. */
    public record Sent(int fetch, String document, List<String> rootKeys) {}
}
