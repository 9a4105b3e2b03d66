/** From the tree to the answer: which fields an object shows, what null does, and the errors that stand beside. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.projection;
