/** The rules that Federation sets for one subgraph by itself, one in each file. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.rule;
