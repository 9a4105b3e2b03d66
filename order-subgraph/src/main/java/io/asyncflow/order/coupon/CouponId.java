package io.asyncflow.order.coupon;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.util.UUID;

/** Names a coupon. */
public record CouponId(UUID uuid) implements TypedId {

    public static final String PREFIX = "coupon";

    public static CouponId next(Clock clock) {
        return new CouponId(Uuid7.next(clock));
    }

    public static CouponId parse(String argument, String text) {
        return new CouponId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
