package io.asyncflow.order.cart.graphql;

import io.asyncflow.order.cart.CartLineId;
import io.asyncflow.order.cart.LineChange;
import io.asyncflow.order.offer.VariantId;
import org.jspecify.annotations.Nullable;

/** A change to a line of a cart, as clients send it. */
record CartLineUpdateInput(
        String id, @Nullable String merchandiseId, @Nullable Integer quantity) {

    LineChange update(String at) {
        return new LineChange.Update(
                at,
                CartLineId.parse(at + ".id", id),
                merchandiseId == null ? null : VariantId.parse(at + ".merchandiseId", merchandiseId),
                quantity);
    }
}
