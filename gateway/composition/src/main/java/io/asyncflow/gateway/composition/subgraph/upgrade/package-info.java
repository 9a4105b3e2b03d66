/** What a Federation 1 schema means in Federation 2, one step in each file. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.upgrade;
