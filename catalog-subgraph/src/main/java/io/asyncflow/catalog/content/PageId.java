package io.asyncflow.catalog.content;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a text page. */
public record PageId(UUID uuid) implements TypedId {

    public static final String PREFIX = "page";

    public static PageId parse(String argument, String text) {
        return new PageId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
