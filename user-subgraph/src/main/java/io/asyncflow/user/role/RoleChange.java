package io.asyncflow.user.role;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.time.Instant;
import java.util.List;

/** That somebody's roles were changed: by whom, from what to what, and why. */
public record RoleChange(
        RoleChangeId id,
        UserId user,
        UserId changedBy,
        List<Role> rolesBefore,
        List<Role> rolesAfter,
        String reason,
        Instant changedAt) {

    public RoleChange {
        rolesBefore = List.copyOf(rolesBefore);
        rolesAfter = List.copyOf(rolesAfter);
    }
}
