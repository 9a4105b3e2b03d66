package io.asyncflow.gateway.server.subgraph.transport;

import java.time.Duration;

/**
 * What a transport may use.
 *
 * @param idle how long a connection may wait for its next request
 * @param lifetime how long a connection may be used at all, so that new addresses are noticed
 * @param connections at most as many in each event loop
 * @param waiting at most as many requests that wait for a connection, in each event loop
 * @param responseSize in bytes, after decompression
 */
public record ConnectionLimits(
        boolean http2,
        Duration connectTimeout,
        Duration idle,
        Duration lifetime,
        int connections,
        int waiting,
        int responseSize) {}
