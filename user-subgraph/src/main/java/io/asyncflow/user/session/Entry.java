package io.asyncflow.user.session;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a session is to be opened for, by somebody who has shown whose account it is.
 *
 * @param credentials the version of the account's credentials that has been shown: another one opens nothing
 * @param clientId the OAuth client that acts for the account; empty when it is the shop itself
 */
public record Entry(UserId user, int credentials, Set<String> scopes, Optional<String> clientId) {

    public Entry {
        scopes = Set.copyOf(scopes);
    }

    /** To the shop itself. */
    public static Entry ofOwner(UserId user, int credentials) {
        return new Entry(user, credentials, Set.of(), Optional.empty());
    }

    /** With the roles that the account has at that moment. */
    Grant granted(List<Role> roles) {
        return new Grant(user, roles, scopes, clientId);
    }
}
