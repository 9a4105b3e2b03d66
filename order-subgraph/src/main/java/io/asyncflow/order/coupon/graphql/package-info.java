/** Coupons in the graph. */
@NullMarked
package io.asyncflow.order.coupon.graphql;

import org.jspecify.annotations.NullMarked;
