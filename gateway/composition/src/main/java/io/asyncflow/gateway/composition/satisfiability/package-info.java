/**
 * The proof that every field of the public graph can be reached and resolved, whatever way a client takes to it.
 *
 * <p>{@code Subgraphs} and {@code PublicGraph} are two views of the supergraph: what each subgraph can do, and what
 * clients can ask. {@code Search} walks the second breadth first while it keeps track of all the {@code Spot}s in the
 * first where the query could be; where one step of a client leaves it nowhere to be, {@code Reasons} says why.
 */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.satisfiability;
