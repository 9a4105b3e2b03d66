package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.handler.codec.http.HttpHeaders;

/** Gets to see the head of a subgraph's answer, on its event loop: it must not wait. */
@FunctionalInterface
public interface ResponseListener {

    ResponseListener NONE = (status, headers) -> {};

    void answered(int status, HttpHeaders headers);
}
