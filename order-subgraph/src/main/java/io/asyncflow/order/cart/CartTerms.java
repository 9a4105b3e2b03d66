package io.asyncflow.order.cart;

import io.asyncflow.order.coupon.Presented;
import io.asyncflow.order.pricing.Country;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides about a cart's prices beside its lines.
 *
 * @param destination where things would be delivered to; null while nobody has told
 * @param codes what the buyer has typed in to get a discount, each code once
 */
public record CartTerms(@Nullable Country destination, List<Presented> codes) {

    static final CartTerms NONE = new CartTerms(null, List.of());

    public CartTerms {
        codes = List.copyOf(codes);
    }

    CartTerms with(List<Presented> others) {
        return new CartTerms(destination, others);
    }

    CartTerms to(@Nullable Country other) {
        return new CartTerms(other, codes);
    }
}
