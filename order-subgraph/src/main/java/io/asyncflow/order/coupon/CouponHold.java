package io.asyncflow.order.coupon;

import java.util.Map;

/** What became of coupons that were to be kept for an order. */
public sealed interface CouponHold {

    /** All are kept; also when they were already. */
    record Held() implements CouponHold {}

    /** None is kept, because of these. */
    record Refused(Map<CouponId, CouponRefusal> refusals) implements CouponHold {
        public Refused {
            refusals = Map.copyOf(refusals);
        }
    }

    /** None is kept in addition: the order has kept other coupons before, or has given them back. */
    record OrderHadOthers() implements CouponHold {}
}
