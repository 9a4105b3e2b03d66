package io.asyncflow.order.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that somebody has claimed.
 *
 * @param problem why it cannot be used now; null when it can, on a purchase that it is for
 */
public record OwnedCoupon(
        Coupon coupon, Instant claimedAt, @Nullable CouponRefusal problem) {

    public boolean usable() {
        return problem == null;
    }
}
