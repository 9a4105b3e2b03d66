package io.asyncflow.order.cart;

import io.asyncflow.order.WithCatalog;

/** The order service, with somebody at its door who uses carts. */
abstract class WithCarts extends WithCatalog {

    CartClient guest() {
        return new CartClient(http);
    }
}
