/** The gateway's HTTP server: the only module of the gateway that knows Spring. */
@NullMarked
package io.asyncflow.gateway.server;

import org.jspecify.annotations.NullMarked;
