/** From the tree into requests to subgraphs: which objects are asked for, and what is told of them. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.asking;
