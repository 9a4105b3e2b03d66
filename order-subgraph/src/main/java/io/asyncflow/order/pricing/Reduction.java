package io.asyncflow.order.pricing;

import io.asyncflow.support.money.Money;

/** How much cheaper something gets. */
public sealed interface Reduction {

    /** A part of the price. */
    record Percentage(Rate rate) implements Reduction {}

    /** An amount, or all where there is less. */
    record Amount(Money money) implements Reduction {}

    /** What it takes off so many minor units. */
    default long off(long price) {
        return switch (this) {
            case Percentage percentage -> percentage.rate().of(price);
            case Amount amount -> Math.min(amount.money().minorUnits(), price);
        };
    }
}
