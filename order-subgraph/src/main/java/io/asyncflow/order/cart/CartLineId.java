package io.asyncflow.order.cart;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a line of a cart. */
public record CartLineId(UUID uuid) implements TypedId {

    public static final String PREFIX = "cartline";

    public static CartLineId parse(String argument, String text) {
        return new CartLineId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
