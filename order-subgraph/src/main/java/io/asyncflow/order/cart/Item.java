package io.asyncflow.order.cart;

import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a cart sells.
 *
 * @param product which the variant is one of; null when that is not known any more
 * @param title what to call it in a message
 * @param price what one costs now, or last did
 */
public record Item(VariantId variant, @Nullable ProductId product, String title, Money price, Standing standing) {

    /** Whether it could be bought now. */
    public enum Standing {
        ON_SALE,
        UNAVAILABLE,
        GONE
    }
}
