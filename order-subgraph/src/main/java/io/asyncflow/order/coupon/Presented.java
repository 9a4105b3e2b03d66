package io.asyncflow.order.coupon;

import org.jspecify.annotations.Nullable;

/**
 * A code that somebody has typed in, and what became of it so far.
 *
 * @param coupon whose code it is; null when it is nobody's
 * @param refusal why it cannot be used at all, now and by them; null when it depends on the purchase
 */
public record Presented(
        CouponCode code, @Nullable Coupon coupon, @Nullable CouponRefusal refusal) {

    public static Presented unknown(CouponCode code) {
        return new Presented(code, null, CouponRefusal.UNKNOWN);
    }
}
