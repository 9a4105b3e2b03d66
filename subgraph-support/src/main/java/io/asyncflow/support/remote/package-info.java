/** Calls to another service's graph: timed, broken by a circuit breaker, repeated where safe. */
@NullMarked
package io.asyncflow.support.remote;

import org.jspecify.annotations.NullMarked;
