package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.SubgraphException;

/**
 * A connection to a subgraph could not be made or has broken, in a way that may pass. When it does not, clients are told
 * the code and the message.
 */
final class ConnectionLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ConnectionLost(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    SubgraphException toException() {
        return new SubgraphException(code, String.valueOf(getMessage()));
    }
}
