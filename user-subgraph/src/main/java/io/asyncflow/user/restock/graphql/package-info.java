/** Subscriptions to what is sold out, in the graph. */
@NullMarked
package io.asyncflow.user.restock.graphql;

import org.jspecify.annotations.NullMarked;
