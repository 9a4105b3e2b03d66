package io.asyncflow.order.pricing;

import io.asyncflow.support.money.Money;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reduction of some lines of a basket.
 *
 * @param code names it
 * @param cap the most that it takes off; null for no such limit
 * @param lines which lines of the basket it is for, counted from 0
 */
public record Discount(
        String code, Reduction reduction, @Nullable Money cap, Set<Integer> lines) {

    public Discount {
        lines = Set.copyOf(lines);
    }

    /** What it takes off a price in minor units: never more than there is. */
    long off(long price) {
        long off = reduction.off(price);
        return cap == null ? off : Math.min(off, cap.minorUnits());
    }

    /** All amounts that it is made of. */
    Stream<Money> amounts() {
        var amounts = new ArrayList<Money>();
        if (cap != null) {
            amounts.add(cap);
        }
        if (reduction instanceof Reduction.Amount(Money money)) {
            amounts.add(money);
        }
        return amounts.stream();
    }
}
