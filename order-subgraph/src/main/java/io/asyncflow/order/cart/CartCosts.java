package io.asyncflow.order.cart;

import io.asyncflow.order.coupon.CouponRefusal;
import io.asyncflow.order.coupon.Discounts;
import io.asyncflow.order.pricing.Allocation;
import io.asyncflow.order.pricing.Basket;
import io.asyncflow.order.pricing.Pricing;
import io.asyncflow.order.pricing.TaxRule;
import io.asyncflow.order.pricing.Totals;
import io.asyncflow.support.money.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a cart and its lines cost with everything that is taken off and added. */
public record CartCosts(Totals totals, List<Line> lines, List<DiscountCode> codes) {

    /** What a cart costs; the tax is null while it is not known where things go. */
    public record Cost(
            Money subtotalAmount,
            Money totalDiscountAmount,
            @Nullable Money totalTaxAmount,
            Money totalAmount) {}

    /** What a line costs; {@code totalAmount} without a tax that is added. */
    public record LineCost(Money amountPerQuantity, Money subtotalAmount, Money totalAmount) {}

    /** A line with what it costs. */
    public record Line(CartLine line, LineCost cost, List<Allocation> discountAllocations) {

        public CartLineId id() {
            return line.id();
        }

        public int quantity() {
            return line.quantity();
        }
    }

    /** A code that was typed in; its problem is null when it counts. */
    public record DiscountCode(String code, @Nullable CouponRefusal problem) {

        public boolean applicable() {
            return problem == null;
        }
    }

    public CartCosts {
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
    }

    static CartCosts of(Cart cart) {
        var discounts = Discounts.of(
                cart.currencyCode(),
                cart.lines().stream()
                        .map(line -> new Discounts.Sold(
                                line.item().variant(), line.item().product(), line.subtotal()))
                        .toList(),
                cart.terms().codes());
        var totals = Pricing.of(new Basket(
                cart.currencyCode(),
                cart.lines().stream()
                        .map(line -> new Basket.Line(line.item().price(), line.quantity()))
                        .toList(),
                discounts.discounts(),
                Money.zero(cart.currencyCode()),
                TaxRule.of(cart.currencyCode(), cart.terms().destination())));
        return new CartCosts(
                totals,
                IntStream.range(0, cart.lines().size())
                        .mapToObj(i -> line(cart.lines().get(i), totals.lines().get(i)))
                        .toList(),
                cart.terms().codes().stream()
                        .map(presented -> new DiscountCode(
                                presented.code().text(), discounts.refusals().get(presented.code())))
                        .toList());
    }

    private static Line line(CartLine line, Totals.Line totals) {
        return new Line(line, new LineCost(line.item().price(), totals.subtotal(), totals.total()), totals.discounts());
    }

    Cost cost() {
        return new Cost(totals.subtotal(), totals.discount(), totals.tax(), totals.total());
    }
}
