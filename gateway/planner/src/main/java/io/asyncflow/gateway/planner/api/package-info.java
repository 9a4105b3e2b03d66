/** A schema as clients see it. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.api;
