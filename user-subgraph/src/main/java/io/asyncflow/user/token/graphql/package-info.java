/** Signing keys in the graph. */
@NullMarked
package io.asyncflow.user.token.graphql;

import org.jspecify.annotations.NullMarked;
