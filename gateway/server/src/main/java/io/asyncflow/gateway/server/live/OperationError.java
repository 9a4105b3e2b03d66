package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation ends with errors instead of (further) responses. */
final class OperationError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(OperationError.class);

    private final transient Json errors;

    /** @param errors a JSON array of GraphQL errors */
    OperationError(Json errors) {
        super("The operation ends with errors", null, false, false);
        this.errors = errors;
    }

    static OperationError of(String code, String message) {
        return new OperationError(Json.of("[{\"message\":" + JsonValues.write(message) + ",\"extensions\":{\"code\":"
                + JsonValues.write(code) + "}}]"));
    }

    static OperationError slowConsumer() {
        return of("SLOW_CONSUMER", "Events came faster than they were read");
    }

    /** What a client may know of a failure. */
    static OperationError of(Throwable failure) {
        if (failure instanceof OperationError known) {
            return known;
        }
        if (failure instanceof SubgraphException known) {
            return of(known.code(), String.valueOf(known.getMessage()));
        }
        LOG.error("An operation over a WebSocket failed", failure);
        return of("INTERNAL_SERVER_ERROR", "Internal server error");
    }

    Json errors() {
        return errors;
    }
}
