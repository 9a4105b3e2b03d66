package io.asyncflow.order.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of something, as percentages are written. What it comes to is rounded half up, to whole units.
 *
 * @param basisPoints hundredths of a percent, 0 to 10000
 */
public record Rate(int basisPoints) {

    private static final int WHOLE = 10_000;
    private static final int DIGITS = 2;

    public Rate {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("A rate is at most the whole, but was to be " + basisPoints);
        }
    }

    /** An {@link ArithmeticException} when there are finer parts than hundredths of a percent. */
    public static Rate percent(BigDecimal percent) {
        return new Rate(percent.movePointRight(DIGITS).intValueExact());
    }

    public BigDecimal percent() {
        return BigDecimal.valueOf(basisPoints, DIGITS).stripTrailingZeros();
    }

    /** So much of the amount. */
    long of(long amount) {
        return part(amount, WHOLE);
    }

    /** So much as the amount contains when it is a net amount and this rate of it. */
    long containedIn(long amount) {
        return part(amount, WHOLE + basisPoints);
    }

    private long part(long amount, int whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
