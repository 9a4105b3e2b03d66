package io.asyncflow.user.product;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a product in one combination of its options of the catalogue. */
public record VariantId(UUID uuid) implements TypedId {

    public static final String PREFIX = "variant";

    public static VariantId parse(String argument, String text) {
        return new VariantId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
