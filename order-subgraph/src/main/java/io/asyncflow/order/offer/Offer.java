package io.asyncflow.order.offer;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variant as the catalogue last described it.
 *
 * @param product which it is a variant of
 * @param title what to call it in a message
 * @param prices in minor units; a currency that is missing is one it is not sold in
 * @param available whether it could be bought
 * @param vanished whether the catalogue has stopped listing it
 */
public record Offer(
        VariantId id,
        ProductId product,
        String title,
        Map<CurrencyCode, Long> prices,
        boolean available,
        boolean vanished) {

    /** In minor units. What costs more is not offered, so that even the fullest cart adds up within a {@code long}. */
    public static final long LARGEST_PRICE = 1_000_000_000_000L;

    public Offer {
        prices = Map.copyOf(prices);
    }

    public @Nullable Money price(CurrencyCode currency) {
        Long minorUnits = prices.get(currency);
        return minorUnits == null ? null : new Money(minorUnits, currency);
    }
}
