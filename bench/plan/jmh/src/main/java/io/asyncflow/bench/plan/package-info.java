/** What the planner takes, stage by stage. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.bench.plan;
