/** GraphQL over WebSockets for clients: any number of operations on one socket, in the protocol {@code graphql-transport-ws}. */
@NullMarked
package io.asyncflow.gateway.server.live;

import org.jspecify.annotations.NullMarked;
