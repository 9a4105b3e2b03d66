package io.asyncflow.order.pricing;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what a purchase costs, all of it in one currency.
 *
 * @param discounts percentages come before amounts, and otherwise one after the other as they stand here
 * @param tax null while it is not known where the things go
 */
public record Basket(
        CurrencyCode currency,
        List<Line> lines,
        List<Discount> discounts,
        Money shipping,
        @Nullable TaxRule tax) {

    /** A number of one thing at its price. */
    public record Line(Money price, int quantity) {

        public Line {
            if (quantity < 1) {
                throw new IllegalArgumentException("Cannot sell " + quantity);
            }
        }

        long subtotal() {
            return price.times(quantity).minorUnits();
        }
    }

    public Basket {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        Stream.of(
                        Stream.of(shipping),
                        lines.stream().map(Line::price),
                        discounts.stream().flatMap(Discount::amounts))
                .flatMap(amounts -> amounts)
                .filter(amount -> amount.minorUnits() < 0 || amount.currencyCode() != currency)
                .findAny()
                .ifPresent(odd -> {
                    throw new IllegalArgumentException(odd + " has no place in a basket in " + currency);
                });
    }
}
