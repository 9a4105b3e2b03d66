package io.asyncflow.gateway.server.subgraph.traffic;

/** Whether a subgraph is asked: closed it is, open it is not, half open a few requests try. */
public enum CircuitState {
    CLOSED,
    HALF_OPEN,
    OPEN
}
