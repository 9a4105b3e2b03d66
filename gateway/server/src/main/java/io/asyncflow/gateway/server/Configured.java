package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.configuration.GatewayConfiguration;

/** The configuration that holds, wherever it is from. */
record Configured(GatewayConfiguration configuration) {

    /** Whether nothing says which graph to serve, so that it is the one that this system is built from. */
    boolean servesOwnGraph() {
        var source = configuration.supergraph().source();
        return source.file() == null
                && source.url() == null
                && source.subgraphs().isEmpty();
    }
}
