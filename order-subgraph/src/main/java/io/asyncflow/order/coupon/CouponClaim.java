package io.asyncflow.order.coupon;

/** What became of a claim. */
public sealed interface CouponClaim {

    /** The account owns the coupon; also when it did already. */
    record Claimed(Coupon coupon) implements CouponClaim {}

    /** It cannot be claimed. */
    record Refused(CouponRefusal reason) implements CouponClaim {}
}
