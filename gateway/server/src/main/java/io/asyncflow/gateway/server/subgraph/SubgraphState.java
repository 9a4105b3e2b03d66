package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.server.subgraph.traffic.CircuitState;

/** What goes on between the gateway and one subgraph. */
public record SubgraphState(String subgraph, int inFlight, int connections, CircuitState circuit) {}
