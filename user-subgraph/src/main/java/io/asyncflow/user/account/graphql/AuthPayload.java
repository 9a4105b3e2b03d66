package io.asyncflow.user.account.graphql;

import graphql.execution.DataFetcherResult;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.account.Authentication;
import io.asyncflow.user.account.User;
import io.asyncflow.user.session.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code AuthPayload} of the schema. */
record AuthPayload(
        @Nullable String accessToken,
        @Nullable Instant expiresAt,
        @Nullable String refreshToken,
        @Nullable Instant refreshTokenExpiresAt,
        @Nullable User user,
        boolean verificationRequired,
        List<UserError> userErrors) {

    static AuthPayload of(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Granted(var user, Tokens(var access, var refresh)) ->
                new AuthPayload(
                        access.value(),
                        access.expiresAt(),
                        refresh.value(),
                        refresh.expiresAt(),
                        user,
                        false,
                        List.of());
            case Authentication.MailOnItsWay() -> new AuthPayload(null, null, null, null, null, true, List.of());
            case Authentication.Refused(var errors) -> new AuthPayload(null, null, null, null, null, false, errors);
        };
    }

    /** Who has just signed in sees the answer as the owner of the account already. */
    static DataFetcherResult<AuthPayload> answer(Authentication authentication) {
        var answer = DataFetcherResult.<AuthPayload>newResult().data(of(authentication));
        return authentication instanceof Authentication.Granted granted
                ? answer.localContext(viewerOf(granted.user())).build()
                : answer.build();
    }

    private static Viewer viewerOf(User user) {
        return new Viewer.SignedIn(user.id(), Set.copyOf(user.roles()), Set.of());
    }

    /** The tokens are secrets. */
    @Override
    public String toString() {
        return "AuthPayload[" + user + ", " + userErrors + "]";
    }
}
