/** Behaviour in the graph. */
@NullMarked
package io.asyncflow.user.behaviour.graphql;

import org.jspecify.annotations.NullMarked;
