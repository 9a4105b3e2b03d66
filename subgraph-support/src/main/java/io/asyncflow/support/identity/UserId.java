package io.asyncflow.support.identity;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names an account, here and in every other service. */
public record UserId(UUID uuid) implements TypedId {

    public static final String PREFIX = "user";

    public static UserId parse(String argument, String text) {
        return new UserId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
