package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;

/**
 * One event of an event stream.
 *
 * @param name empty where it has none
 */
record ServerSentEvent(String name, Json data) {

    /** Not in any stream: says that the stream has begun. */
    static final ServerSentEvent OPENED = new ServerSentEvent("", Json.of(""));
}
