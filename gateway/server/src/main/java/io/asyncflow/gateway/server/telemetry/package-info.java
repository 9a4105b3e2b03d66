/** What the gateway tells about itself: metrics, traces, and the logs of requests and of slow operations. */
@NullMarked
package io.asyncflow.gateway.server.telemetry;

import org.jspecify.annotations.NullMarked;
