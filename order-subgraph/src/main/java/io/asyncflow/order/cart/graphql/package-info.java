/** Carts in the graph. */
@NullMarked
package io.asyncflow.order.cart.graphql;

import org.jspecify.annotations.NullMarked;
