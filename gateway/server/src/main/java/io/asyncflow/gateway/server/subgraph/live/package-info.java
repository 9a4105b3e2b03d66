/** Subscriptions to subgraphs, over WebSockets that many share, or each over an event stream of its own. */
@NullMarked
package io.asyncflow.gateway.server.subgraph.live;

import org.jspecify.annotations.NullMarked;
