package io.asyncflow.order.coupon;

import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.order.pricing.Rate;
import io.asyncflow.order.pricing.Reduction;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reason to pay less. Amounts of money, where it has any, are all of one currency, and the coupon is for carts in it.
 *
 * @param maximumDiscount the most that it takes off
 * @param minimumSubtotal what the things that it is for must cost at least, before any discount
 * @param products the products that it is for, beside the variants; for everything if there are neither
 */
public record Coupon(
        CouponId id,
        CouponCode code,
        String title,
        Reduction reduction,
        @Nullable Money maximumDiscount,
        @Nullable Money minimumSubtotal,
        Limits limits,
        Set<ProductId> products,
        Set<VariantId> variants) {

    /**
     * Who may use it, when, and how often.
     *
     * @param uses how often all together; null for as often as they like
     * @param usesPerCustomer how often one account; null for as often as it likes
     * @param endsAt from when on it cannot be used any more; null for never
     * @param claimOnly whether only those may use it who have claimed it
     * @param combinable whether others may be used beside it
     */
    public record Limits(
            @Nullable Integer uses,
            @Nullable Integer usesPerCustomer,
            Instant startsAt,
            @Nullable Instant endsAt,
            boolean claimOnly,
            boolean combinable) {

        public Limits {
            if (uses != null && uses < 1 || usesPerCustomer != null && usesPerCustomer < 1) {
                throw new IllegalArgumentException("A coupon that may never be used is none");
            }
            if (endsAt != null && !endsAt.isAfter(startsAt)) {
                throw new IllegalArgumentException("A coupon ends after it starts");
            }
        }
    }

    public Coupon {
        products = Set.copyOf(products);
        variants = Set.copyOf(variants);
        Money amount = amount(reduction);
        if (differ(amount, maximumDiscount)
                || differ(amount, minimumSubtotal)
                || differ(maximumDiscount, minimumSubtotal)) {
            throw new IllegalArgumentException("The amounts of a coupon are of one currency");
        }
    }

    private static @Nullable Money amount(Reduction reduction) {
        return reduction instanceof Reduction.Amount(Money money) ? money : null;
    }

    private static boolean differ(@Nullable Money one, @Nullable Money other) {
        return one != null && other != null && one.currencyCode() != other.currencyCode();
    }

    /** Of carts that it is for; null when it is for those of any. */
    public @Nullable CurrencyCode currency() {
        Money amount = amount();
        Money any = amount == null ? maximumDiscount == null ? minimumSubtotal : maximumDiscount : amount;
        return any == null ? null : any.currencyCode();
    }

    public @Nullable BigDecimal percentage() {
        return reduction instanceof Reduction.Percentage(Rate rate) ? rate.percent() : null;
    }

    public @Nullable Money amount() {
        return amount(reduction);
    }

    boolean isFor(VariantId variant, @Nullable ProductId product) {
        return products.isEmpty() && variants.isEmpty()
                || variants.contains(variant)
                || product != null && products.contains(product);
    }
}
