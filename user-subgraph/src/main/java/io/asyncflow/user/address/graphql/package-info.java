/** Addresses in the graph. */
@NullMarked
package io.asyncflow.user.address.graphql;

import org.jspecify.annotations.NullMarked;
