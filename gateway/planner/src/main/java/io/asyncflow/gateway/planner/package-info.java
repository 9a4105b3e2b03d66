/** The query planner: an operation and a supergraph in, a plan out. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner;
