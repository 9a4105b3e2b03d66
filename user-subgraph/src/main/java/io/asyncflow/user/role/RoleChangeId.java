package io.asyncflow.user.role;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import java.util.UUID;

/** Names a role change. */
public record RoleChangeId(UUID uuid) implements TypedId {

    @Override
    public String toString() {
        return TypeId.format("rolechange", uuid);
    }
}
