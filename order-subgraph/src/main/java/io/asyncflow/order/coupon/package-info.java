/** Coupons: what they take off, who may use them, and how often. */
@NullMarked
package io.asyncflow.order.coupon;

import org.jspecify.annotations.NullMarked;
