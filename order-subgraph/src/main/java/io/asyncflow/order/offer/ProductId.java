package io.asyncflow.order.offer;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a product, which the catalogue owns. */
public record ProductId(UUID uuid) implements TypedId {

    public static final String PREFIX = "product";

    public static ProductId parse(String argument, String text) {
        return new ProductId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
