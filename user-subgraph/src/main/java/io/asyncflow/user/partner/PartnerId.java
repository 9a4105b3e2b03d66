package io.asyncflow.user.partner;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a partner. */
public record PartnerId(UUID uuid) implements TypedId {

    public static final String PREFIX = "partner";

    public static PartnerId parse(String argument, String text) {
        return new PartnerId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
