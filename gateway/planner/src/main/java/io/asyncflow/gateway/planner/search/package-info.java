/** Which subgraphs to ask for which fields: the cheapest choice at each place of an operation. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.search;
