package io.asyncflow.order.pricing;

import io.asyncflow.support.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds a basket up: lines, less discounts, plus shipping, plus the tax that the prices do not contain. A discount, and
 * the tax, is rounded once, as a whole, and then divided among the lines.
 */
public final class Pricing {

    private final Basket basket;
    private final long[] subtotals;
    private final long[] left;
    private final List<List<Allocation>> allocations;
    private final List<Allocation> discounts = new ArrayList<>();

    private Pricing(Basket basket) {
        this.basket = basket;
        this.subtotals =
                basket.lines().stream().mapToLong(Basket.Line::subtotal).toArray();
        this.left = subtotals.clone();
        this.allocations = Stream.generate(() -> (List<Allocation>) new ArrayList<Allocation>())
                .limit(subtotals.length)
                .toList();
    }

    public static Totals of(Basket basket) {
        var pricing = new Pricing(basket);
        // A stable sort: among their kind, discounts keep their order.
        basket.discounts().stream()
                .sorted(Comparator.comparing(discount -> discount.reduction() instanceof Reduction.Amount))
                .forEach(pricing::take);
        return pricing.totals();
    }

    private void take(Discount discount) {
        long[] prices = IntStream.range(0, left.length)
                .mapToLong(i -> discount.lines().contains(i) ? left[i] : 0)
                .toArray();
        long off = discount.off(sum(prices));
        long[] parts = Proration.of(off, prices);
        for (int i = 0; i < parts.length; i++) {
            left[i] -= parts[i];
            if (parts[i] > 0) {
                allocations.get(i).add(new Allocation(discount.code(), money(parts[i])));
            }
        }
        discounts.add(new Allocation(discount.code(), money(off)));
    }

    private Totals totals() {
        long goods = sum(left);
        long shipping = basket.shipping().minorUnits();
        TaxRule rule = basket.tax();
        long tax = rule == null ? 0 : rule.on(Math.addExact(goods, shipping));
        // Shipping is taxed like one more line.
        long[] taxes = Proration.of(
                tax,
                LongStream.concat(LongStream.of(left), LongStream.of(shipping)).toArray());
        long added = rule == null || rule.included() ? 0 : tax;
        return new Totals(
                money(sum(subtotals)),
                money(sum(subtotals) - goods),
                basket.shipping(),
                known(tax),
                known(taxes[left.length]),
                money(Math.addExact(Math.addExact(goods, shipping), added)),
                discounts,
                IntStream.range(0, left.length)
                        .mapToObj(i -> new Totals.Line(
                                money(subtotals[i]), money(left[i]), known(taxes[i]), allocations.get(i)))
                        .toList());
    }

    private @Nullable Money known(long tax) {
        return basket.tax() == null ? null : money(tax);
    }

    private Money money(long minorUnits) {
        return new Money(minorUnits, basket.currency());
    }

    private static long sum(long[] amounts) {
        return LongStream.of(amounts).reduce(0, Math::addExact);
    }
}
