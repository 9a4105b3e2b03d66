package io.asyncflow.order.coupon.graphql;

import io.asyncflow.order.ErrorCode;
import io.asyncflow.order.coupon.Coupon;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code CouponPayload} of the schema. */
record CouponPayload(@Nullable Coupon coupon, List<UserError> userErrors) {

    static CouponPayload of(Coupon coupon) {
        return new CouponPayload(coupon, List.of());
    }

    static CouponPayload refused(ErrorCode code, String message, String argument) {
        return new CouponPayload(null, List.of(UserError.of(code, message, argument.split("\\.", -1))));
    }

    static CouponPayload refused(BadInput bad) {
        return refused(ErrorCode.INVALID, Objects.requireNonNull(bad.getMessage()), bad.argument());
    }
}
