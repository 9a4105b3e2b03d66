package io.asyncflow.user.point;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a hold: its UUID is that of the entry that made it. */
public record HoldId(UUID uuid) implements TypedId {

    public static final String PREFIX = "pointhold";

    public static HoldId parse(String argument, String text) {
        return new HoldId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
