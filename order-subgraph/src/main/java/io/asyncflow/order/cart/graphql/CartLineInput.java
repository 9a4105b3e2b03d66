package io.asyncflow.order.cart.graphql;

import io.asyncflow.order.cart.LineChange;
import io.asyncflow.order.offer.VariantId;
import org.jspecify.annotations.Nullable;

/** Something to put into a cart, as clients send it. */
record CartLineInput(String merchandiseId, @Nullable Integer quantity) {

    LineChange add(String at) {
        return new LineChange.Add(
                at, VariantId.parse(at + ".merchandiseId", merchandiseId), quantity == null ? 1 : quantity);
    }
}
