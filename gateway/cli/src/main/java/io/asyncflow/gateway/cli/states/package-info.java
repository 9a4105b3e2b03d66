/** The planner's state graph, for people. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli.states;
