/**
 * GraphiQL, the page on which people try the graph out: its files, and how a browser may use them. All that the page
 * needs is in our jar; it asks nobody but the gateway that it came from.
 */
@NullMarked
package io.asyncflow.gateway.server.graphiql;

import org.jspecify.annotations.NullMarked;
