/** What a subgraph links, and which directives and types that gives it. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.link;
