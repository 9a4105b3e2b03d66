/** From a subgraph's answer into the tree. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.reading;
