/** Where the gateway has its supergraph from: a file, an address, or live subgraphs that it composes. */
@NullMarked
package io.asyncflow.gateway.server.source;

import org.jspecify.annotations.NullMarked;
