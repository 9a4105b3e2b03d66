package io.asyncflow.order.coupon;

/** Why a code takes nothing off; {@code DiscountCodeProblem} of the schema. */
public enum CouponRefusal {
    UNKNOWN,
    NOT_YET_VALID,
    EXPIRED,
    USED_UP,
    SIGN_IN_REQUIRED,
    NOT_CLAIMED,
    CUSTOMER_LIMIT_REACHED,
    OTHER_CURRENCY,
    NOTHING_ELIGIBLE,
    MINIMUM_NOT_REACHED,
    NOT_COMBINABLE
}
