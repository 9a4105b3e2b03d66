/**
 * Subgraph schemas in, a supergraph or all the errors out.
 *
 * <p>{@code Composer} runs the stages: {@code subgraph} reads, normalises and validates each schema by itself,
 * {@code merge} makes one of them and validates that, {@code satisfiability} proves that every field can be reached.
 */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition;
