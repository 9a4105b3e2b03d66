/** A subgraph's schema while it is read: names resolved, extensions still apart, nothing promised to be valid. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.draft;
