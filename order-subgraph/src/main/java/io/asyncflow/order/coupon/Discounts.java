package io.asyncflow.order.coupon;

import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.order.pricing.Discount;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the codes that somebody presents count, and why others do not. They are looked at one after the other; one
 * that cannot be combined counts only where no other does, so that the first comes first.
 *
 * @param coupons those that count
 * @param refusals why each of the others does not
 */
public record Discounts(List<Coupon> coupons, List<Discount> discounts, Map<CouponCode, CouponRefusal> refusals) {

    /** A line of the purchase; its product is null when that is not known any more. */
    public record Sold(VariantId variant, @Nullable ProductId product, Money subtotal) {}

    public Discounts {
        coupons = List.copyOf(coupons);
        discounts = List.copyOf(discounts);
        refusals = Map.copyOf(refusals);
    }

    public static Discounts of(CurrencyCode currency, List<Sold> lines, List<Presented> codes) {
        var choice = new Choice(currency, lines);
        codes.forEach(choice::add);
        return new Discounts(choice.coupons, choice.discounts, choice.refusals);
    }

    /** The discounts while they are being chosen. */
    private static final class Choice {

        private final CurrencyCode currency;
        private final List<Sold> lines;
        private final List<Coupon> coupons = new ArrayList<>();
        private final List<Discount> discounts = new ArrayList<>();
        private final Map<CouponCode, CouponRefusal> refusals = new LinkedHashMap<>();

        Choice(CurrencyCode currency, List<Sold> lines) {
            this.currency = currency;
            this.lines = lines;
        }

        void add(Presented presented) {
            Coupon coupon = presented.coupon();
            if (coupon == null || presented.refusal() != null) {
                refusals.put(
                        presented.code(), presented.refusal() == null ? CouponRefusal.UNKNOWN : presented.refusal());
                return;
            }
            Set<Integer> eligible = IntStream.range(0, lines.size())
                    .filter(i ->
                            coupon.isFor(lines.get(i).variant(), lines.get(i).product()))
                    .boxed()
                    .collect(Collectors.toSet());
            CouponRefusal refusal = refusal(coupon, eligible);
            if (refusal != null) {
                refusals.put(coupon.code(), refusal);
                return;
            }
            coupons.add(coupon);
            discounts.add(new Discount(coupon.code().text(), coupon.reduction(), coupon.maximumDiscount(), eligible));
        }

        private @Nullable CouponRefusal refusal(Coupon coupon, Set<Integer> eligible) {
            CurrencyCode ofCoupon = coupon.currency();
            if (ofCoupon != null && ofCoupon != currency) {
                return CouponRefusal.OTHER_CURRENCY;
            }
            if (eligible.isEmpty()) {
                return CouponRefusal.NOTHING_ELIGIBLE;
            }
            Money minimum = coupon.minimumSubtotal();
            if (minimum != null && subtotal(eligible).minorUnits() < minimum.minorUnits()) {
                return CouponRefusal.MINIMUM_NOT_REACHED;
            }
            boolean combinable = coupon.limits().combinable()
                    && coupons.stream().allMatch(other -> other.limits().combinable());
            return coupons.isEmpty() || combinable ? null : CouponRefusal.NOT_COMBINABLE;
        }

        private Money subtotal(Set<Integer> eligible) {
            return eligible.stream().map(i -> lines.get(i).subtotal()).reduce(Money.zero(currency), Money::plus);
        }
    }
}
