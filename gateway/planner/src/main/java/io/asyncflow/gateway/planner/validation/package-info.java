/** Whether a document can be executed on a schema, or all that stands against it. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.validation;
