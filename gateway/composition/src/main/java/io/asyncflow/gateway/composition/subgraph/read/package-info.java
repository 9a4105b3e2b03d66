/** From a subgraph's text to its draft, and from its draft to its schema. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.read;
