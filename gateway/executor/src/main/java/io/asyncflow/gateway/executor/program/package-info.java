/** A plan made ready to be run many times. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.program;
