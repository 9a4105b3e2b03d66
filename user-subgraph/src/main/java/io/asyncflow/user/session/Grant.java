package io.asyncflow.user.session;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who a session is for, and what it may.
 *
 * @param clientId the OAuth client that acts for the account; empty when it is the shop itself
 */
public record Grant(UserId user, List<Role> roles, Set<String> scopes, Optional<String> clientId) {

    public Grant {
        roles = List.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }
}
