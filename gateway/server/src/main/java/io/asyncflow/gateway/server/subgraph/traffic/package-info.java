/** How much a subgraph is asked: once for what many want, again where it may help, and not at all while it is ill. */
@NullMarked
package io.asyncflow.gateway.server.subgraph.traffic;

import org.jspecify.annotations.NullMarked;
