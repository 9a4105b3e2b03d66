/**
 * All subgraphs made into one graph.
 *
 * <p>{@code Merger} runs it: types are gathered by name, each kind of type has its own merge, and rules then look at the
 * result as a whole. What several of these need (who defines what, which type is whose subtype) is in {@code Scope}.
 */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.merge;
