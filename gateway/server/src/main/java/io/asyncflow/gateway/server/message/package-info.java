/** The messages of the protocol {@code graphql-transport-ws}, which clients and subgraphs speak alike, and their JSON. */
@NullMarked
package io.asyncflow.gateway.server.message;

import org.jspecify.annotations.NullMarked;
