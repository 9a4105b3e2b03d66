/** One subgraph by itself: read, normalised, validated. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph;
