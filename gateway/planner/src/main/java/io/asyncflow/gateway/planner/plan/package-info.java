/** The plan: fetches that name their parents, and how the answer is read from what they bring. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.plan;
