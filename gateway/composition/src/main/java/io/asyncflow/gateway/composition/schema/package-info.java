/** A subgraph's schema, as it is handed in and as the stages read it. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.schema;
