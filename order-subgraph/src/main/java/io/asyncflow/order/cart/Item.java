package io.asyncflow.order.cart;

import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.money.Money;

/**
 * What a line of a cart sells.
 *
 * @param title what to call it in a message
 * @param price what one costs now, or last did
 */
public record Item(VariantId variant, String title, Money price, Standing standing) {

    /** Whether it could be bought now. */
    public enum Standing {
        ON_SALE,
        UNAVAILABLE,
        GONE
    }
}
