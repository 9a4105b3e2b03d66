/** What a client asks, checked and brought into the form that is planned. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.operation;
