/** The composed graph: what clients see, and which subgraph resolves what under which conditions. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.supergraph;
