package io.asyncflow.gateway.server.live;

/** What becomes of a subscription whose client reads more slowly than events come. */
public enum SlowConsumer {
    /** The subgraph has to wait; when it has waited for too long, it ends with an error of code {@code SLOW_CONSUMER}. */
    CLOSE,
    /** The subgraph never waits; the oldest events that have not been sent are left out. */
    DROP_OLDEST
}
