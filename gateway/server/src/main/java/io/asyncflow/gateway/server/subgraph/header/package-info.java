/** Which headers subgraphs are sent: what the client sent, by rule, and what is configured. */
@NullMarked
package io.asyncflow.gateway.server.subgraph.header;

import org.jspecify.annotations.NullMarked;
