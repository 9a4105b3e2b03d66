package io.asyncflow.order.cart.graphql;

import io.asyncflow.order.pricing.Country;
import org.jspecify.annotations.Nullable;

/** Who buys, as clients send it. */
record CartBuyerIdentityInput(@Nullable String countryCode) {

    @Nullable
    Country destination() {
        return countryCode == null ? null : Country.parse("buyerIdentity.countryCode", countryCode);
    }
}
