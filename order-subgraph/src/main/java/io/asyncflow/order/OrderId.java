package io.asyncflow.order;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names an order. */
public record OrderId(UUID uuid) implements TypedId {

    public static final String PREFIX = "order";

    public static OrderId parse(String argument, String text) {
        return new OrderId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
