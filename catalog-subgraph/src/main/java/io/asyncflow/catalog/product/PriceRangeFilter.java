package io.asyncflow.catalog.product;

import io.asyncflow.catalog.rows.Where;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.money.CurrencyCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A range of prices in one currency, both ends included. */
public record PriceRangeFilter(
        @Nullable BigDecimal min, @Nullable BigDecimal max, CurrencyCode currency) {

    private static final String MIN = "filters.price.min";
    private static final String MAX = "filters.price.max";

    void addTo(Where where) {
        BigDecimal lowest = notNegative(MIN, min == null ? BigDecimal.ZERO : min);
        if (max == null) {
            where.and(priced("vp.amount >= ?"), currency.name(), minor(lowest));
            return;
        }
        if (notNegative(MAX, max).compareTo(lowest) < 0) {
            throw new BadInput(MAX, "must not be less than min");
        }
        where.and(priced("vp.amount between ? and ?"), currency.name(), minor(lowest), minor(max));
    }

    private static String priced(String amount) {
        return """
                exists (select from product_variant v
                          join variant_price vp on vp.variant_id = v.id
                         where v.product_id = p.id and vp.currency = ? and %s)""".formatted(amount);
    }

    private BigDecimal minor(BigDecimal amount) {
        return amount.movePointRight(currency.digits());
    }

    private static BigDecimal notNegative(String argument, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new BadInput(argument, "must not be negative");
        }
        return amount;
    }
}
