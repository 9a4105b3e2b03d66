package io.asyncflow.support.identity;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a session: what begins with a sign-in, and ends for all tokens that came of it. */
public record SessionId(UUID uuid) implements TypedId {

    public static final String PREFIX = "session";

    public static SessionId parse(String argument, String text) {
        return new SessionId(TypeId.parse(PREFIX, argument, text));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
