package io.asyncflow.order.cart;

import io.asyncflow.support.money.Money;
import java.util.Optional;

/**
 * A number of the same thing in a cart.
 *
 * @param position where it stands in its cart
 */
public record CartLine(CartLineId id, int position, Item item, int quantity) {

    static final int LARGEST_QUANTITY = 999;

    /** Before anything is taken off. */
    Money subtotal() {
        return item.price().times(quantity);
    }

    CartLine with(Item other) {
        return new CartLine(id, position, other, quantity);
    }

    CartLine with(int otherQuantity) {
        return new CartLine(id, position, item, otherQuantity);
    }

    Optional<CartWarning> warning() {
        return switch (item.standing()) {
            case ON_SALE -> Optional.empty();
            case UNAVAILABLE ->
                Optional.of(new CartWarning(
                        CartWarning.Code.MERCHANDISE_UNAVAILABLE,
                        item.title() + " is sold out or not for sale at the moment",
                        id));
            case GONE ->
                Optional.of(
                        new CartWarning(CartWarning.Code.MERCHANDISE_GONE, item.title() + " is not sold any more", id));
        };
    }
}
