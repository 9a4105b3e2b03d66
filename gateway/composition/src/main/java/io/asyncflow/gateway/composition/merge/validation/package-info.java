/** What only the whole supergraph can break: {@code SupergraphRules} is the door, each rule has its file. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.merge.validation;
