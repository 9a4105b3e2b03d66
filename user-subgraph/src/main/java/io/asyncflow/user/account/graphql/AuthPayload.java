package io.asyncflow.user.account.graphql;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.account.Authentication;
import io.asyncflow.user.account.User;
import io.asyncflow.user.session.Tokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code AuthPayload} of the schema. */
record AuthPayload(
        @Nullable String accessToken,
        @Nullable Instant expiresAt,
        @Nullable String refreshToken,
        @Nullable Instant refreshTokenExpiresAt,
        @Nullable User user,
        List<UserError> userErrors) {

    static AuthPayload of(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Granted(var user, Tokens(var access, var refresh)) ->
                new AuthPayload(
                        access.value(), access.expiresAt(), refresh.value(), refresh.expiresAt(), user, List.of());
            case Authentication.Refused(var errors) -> new AuthPayload(null, null, null, null, null, errors);
        };
    }

    /** The tokens are secrets. */
    @Override
    public String toString() {
        return "AuthPayload[" + user + ", " + userErrors + "]";
    }
}
