/** Requests to subgraphs over HTTP/1.1 and HTTP/2, on the event loop they are asked on. */
@NullMarked
package io.asyncflow.gateway.server.subgraph.transport;

import org.jspecify.annotations.NullMarked;
