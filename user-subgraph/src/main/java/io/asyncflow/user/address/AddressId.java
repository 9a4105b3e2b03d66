package io.asyncflow.user.address;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names an address. */
public record AddressId(UUID uuid) implements TypedId {

    public static final String PREFIX = "address";

    public static AddressId parse(String argument, String text) {
        return new AddressId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
