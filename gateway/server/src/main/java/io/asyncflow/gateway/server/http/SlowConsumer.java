package io.asyncflow.gateway.server.http;

/** What becomes of a subscription whose client does not keep up. */
public enum SlowConsumer {
    /** The connection is closed, so that the client knows that it has missed something. */
    DISCONNECT,
    /** The oldest event makes room for the newest: for events of which only the last counts. */
    DROP_OLDEST
}
