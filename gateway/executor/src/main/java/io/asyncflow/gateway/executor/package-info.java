/** Runs plans: what a client asks for goes in, what it is answered comes out; subgraphs are reached through a port. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor;
