/** The gateway's way to its subgraphs. */
@NullMarked
package io.asyncflow.gateway.server.subgraph;

import org.jspecify.annotations.NullMarked;
