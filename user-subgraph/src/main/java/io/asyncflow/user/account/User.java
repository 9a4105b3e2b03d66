package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.time.Instant;
import java.util.List;

/** Somebody with an account. */
public record User(UserId id, EmailAddress email, DisplayName displayName, List<Role> roles, Instant createdAt) {

    public User {
        roles = List.copyOf(roles);
    }
}
