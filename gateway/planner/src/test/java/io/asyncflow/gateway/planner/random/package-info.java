/** Graphs and operations made from seeds. */
package io.asyncflow.gateway.planner.random;
