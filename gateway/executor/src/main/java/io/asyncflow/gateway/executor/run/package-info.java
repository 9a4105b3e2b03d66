/** Runs programs. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.run;
