package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.header.SentHeaders;

/**
 * What is sent.
 *
 * @param repeatable whether it may be sent again where it is unknown what became of it
 * @param deadline in nanoseconds, as {@link System#nanoTime} counts them
 */
public record WireRequest(
        Json body, SentHeaders headers, boolean repeatable, long deadline, ResponseListener listener) {}
