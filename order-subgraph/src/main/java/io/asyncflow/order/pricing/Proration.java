package io.asyncflow.order.pricing;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Divides an amount by weights so that the parts are whole units and sum to it: each gets its share rounded down, and
 * what is left goes, a unit each, to those that lost most by it; among equals to the first. No part of an amount that is
 * not more than all weights together is more than its weight.
 */
final class Proration {

    private Proration() {}

    static long[] of(long amount, long[] weights) {
        if (amount == 0) {
            return new long[weights.length];
        }
        BigInteger total = BigInteger.valueOf(LongStream.of(weights).reduce(0, Math::addExact));
        if (amount < 0 || total.signum() <= 0) {
            throw new IllegalArgumentException("Cannot divide " + amount + " by weights of together " + total);
        }
        var parts = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
