package io.asyncflow.user.partner;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names an API key; the key itself begins with it. */
public record ApiKeyId(UUID uuid) implements TypedId {

    public static final String PREFIX = "afk";

    public static ApiKeyId parse(String argument, String text) {
        return new ApiKeyId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
