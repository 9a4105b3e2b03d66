package io.asyncflow.user.account.graphql;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.account.Authentication;
import io.asyncflow.user.account.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code AuthPayload} of the schema. */
record AuthPayload(
        @Nullable String accessToken,
        @Nullable Instant expiresAt,
        @Nullable User user,
        List<UserError> userErrors) {

    static AuthPayload of(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Granted(var user, var token) ->
                new AuthPayload(token.value(), token.expiresAt(), user, List.of());
            case Authentication.Refused(var errors) -> new AuthPayload(null, null, null, errors);
        };
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "AuthPayload[" + user + ", " + userErrors + "]";
    }
}
