/** The values of an operation's variables. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.variables;
