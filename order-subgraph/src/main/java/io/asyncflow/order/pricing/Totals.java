package io.asyncflow.order.pricing;

import io.asyncflow.support.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs. Its parts sum to the whole, each to the last unit.
 *
 * @param subtotal the price of all lines before anything is taken off
 * @param discount what all discounts take off
 * @param tax what the buyer pays in tax, contained in the prices or added to them; null when that is not known yet
 * @param shippingTax the part of the tax that is for shipping; null with the tax
 * @param total what the buyer pays
 * @param discounts each discount with what it takes off all lines together
 */
public record Totals(
        Money subtotal,
        Money discount,
        Money shipping,
        @Nullable Money tax,
        @Nullable Money shippingTax,
        Money total,
        List<Allocation> discounts,
        List<Line> lines) {

    /**
     * What one line costs.
     *
     * @param total what is left of the subtotal, without a tax that is added
     * @param tax the line's part of the tax; null with it
     * @param discounts what is taken off it; a discount that takes nothing off it is not there
     */
    public record Line(
            Money subtotal, Money total, @Nullable Money tax, List<Allocation> discounts) {

        public Line {
            discounts = List.copyOf(discounts);
        }
    }

    public Totals {
        discounts = List.copyOf(discounts);
        lines = List.copyOf(lines);
    }
}
