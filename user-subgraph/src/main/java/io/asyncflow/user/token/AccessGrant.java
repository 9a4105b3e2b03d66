package io.asyncflow.user.token;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.identity.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says of its bearer.
 *
 * @param clientId the OAuth client that acts for the account, null when it is the shop itself
 * @param session the session that the token ends with, null when it belongs to none
 */
public record AccessGrant(
        UserId user,
        List<Role> roles,
        Set<String> scopes,
        @Nullable String clientId,
        @Nullable SessionId session) {

    public AccessGrant {
        roles = List.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }
}
