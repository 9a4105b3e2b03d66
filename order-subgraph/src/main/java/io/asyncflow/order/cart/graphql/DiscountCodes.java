package io.asyncflow.order.cart.graphql;

import io.asyncflow.order.coupon.CouponCode;
import io.asyncflow.support.errors.BadInput;
import java.util.List;
import java.util.stream.IntStream;

/** The codes that a buyer has typed in, as clients send them. */
final class DiscountCodes {

    private static final String ARGUMENT = "discountCodes";
    private static final int MOST = 10;

    private DiscountCodes() {}

    static List<CouponCode> typed(List<String> codes) {
        if (codes.size() > MOST) {
            throw new BadInput(ARGUMENT, "must not hold more than " + MOST + " codes");
        }
        return IntStream.range(0, codes.size())
                .mapToObj(i -> CouponCode.typed(ARGUMENT + "." + i, codes.get(i)))
                .toList();
    }
}
