/** The graph that is served, from a supergraph's text to answers. */
@NullMarked
package io.asyncflow.gateway.server.engine;

import org.jspecify.annotations.NullMarked;
