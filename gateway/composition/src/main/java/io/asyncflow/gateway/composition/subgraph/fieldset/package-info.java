/** Field sets: what the {@code fields} of {@code @key}, {@code @requires} and {@code @provides} select. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.subgraph.fieldset;
