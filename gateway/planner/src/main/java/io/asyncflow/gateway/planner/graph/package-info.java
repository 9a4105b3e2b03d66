/** The states that answering an operation can be in: each type as each subgraph has it, and the ways between them. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.planner.graph;
