/** Puts fetches together, place by place, from what the search chose. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.fetch;
