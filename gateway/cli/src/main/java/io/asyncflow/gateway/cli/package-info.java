/** The commands compose and check. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli;
