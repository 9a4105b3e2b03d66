package io.asyncflow.support.money;

import java.math.BigDecimal;

/** An exact amount: a whole number of the currency's smallest unit. Arithmetic never rounds and never overflows silently. */
public record Money(long minorUnits, CurrencyCode currencyCode) {

    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    /** From an amount in the currency's main unit; an {@link ArithmeticException} when that cannot be held exactly. */
    public static Money of(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount.movePointRight(currency.digits()).longValueExact(), currency);
    }

    /** The amount as clients see it, in the currency's main unit. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currencyCode.digits());
    }

    public Money plus(Money other) {
        if (other.currencyCode != currencyCode) {
            throw new IllegalArgumentException("Cannot add " + other.currencyCode + " to " + currencyCode);
        }
        return new Money(Math.addExact(minorUnits, other.minorUnits), currencyCode);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minorUnits, quantity), currencyCode);
    }
}
