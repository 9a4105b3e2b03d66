/** The commands compose, check, plan and graph. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli;
