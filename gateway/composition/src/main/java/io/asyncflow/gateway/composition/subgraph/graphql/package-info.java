/** The rules that GraphQL itself sets for a schema, one in each file. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.graphql;
