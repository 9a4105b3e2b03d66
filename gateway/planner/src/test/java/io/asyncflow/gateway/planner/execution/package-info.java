/** Runs plans. */
package io.asyncflow.gateway.planner.execution;
