package io.asyncflow.order.cart;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Names a cart, and opens it if it is a guest's. Therefore all of its 128 bits are random: a UUID of version 7 would
 * tell when it was made, one of version 4 would give away six bits.
 */
public record CartId(UUID uuid) implements TypedId {

    public static final String PREFIX = "cart";

    private static final SecureRandom RANDOM = new SecureRandom();

    static CartId random() {
        var secret = new byte[16];
        RANDOM.nextBytes(secret);
        ByteBuffer bits = ByteBuffer.wrap(secret);
        return new CartId(new UUID(bits.getLong(), bits.getLong()));
    }

    public static CartId parse(String argument, String text) {
        return new CartId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
