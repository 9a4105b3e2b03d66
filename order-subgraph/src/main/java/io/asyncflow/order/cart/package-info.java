/** Carts: what somebody means to buy, at the prices of this moment. */
@NullMarked
package io.asyncflow.order.cart;

import org.jspecify.annotations.NullMarked;
