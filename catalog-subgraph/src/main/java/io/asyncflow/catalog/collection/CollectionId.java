package io.asyncflow.catalog.collection;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a collection. */
public record CollectionId(UUID uuid) implements TypedId {

    public static final String PREFIX = "collection";

    public static CollectionId parse(String argument, String text) {
        return new CollectionId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
