package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.mail.Language;
import java.time.Instant;
import java.util.List;

/**
 * Somebody with an account.
 *
 * @param language the one that they get mail in
 * @param emailVerified whether they have shown that the address is theirs
 */
public record User(
        UserId id,
        EmailAddress email,
        DisplayName displayName,
        List<Role> roles,
        Instant createdAt,
        Language language,
        boolean emailVerified) {

    public User {
        roles = List.copyOf(roles);
    }
}
