/** What becomes of the subgraphs' directives in the supergraph: {@code MergedDirectives} is the door. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.merge.directive;
