package io.asyncflow.user.partner;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.token.OAuthScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a key is for, as an administrator sent it. */
public record ApiKeyInput(
        String partnerId,
        String name,
        List<String> scopes,
        @Nullable Instant expiresAt) {

    private static final int LONGEST_NAME = 80;

    public List<UserError> problems(Instant now) {
        return InputCheck.problemsIn(
                "input", this::partner, this::tidyName, this::grantedScopes, () -> requireFuture(now));
    }

    PartnerId partner() {
        return PartnerId.parse("partnerId", partnerId);
    }

    String tidyName() {
        return Texts.required("name", name, LONGEST_NAME);
    }

    List<String> grantedScopes() {
        if (scopes.isEmpty() || !OAuthScope.impersonal().containsAll(scopes)) {
            throw new BadInput(
                    "scopes",
                    "must be some of "
                            + OAuthScope.impersonal().stream().sorted().toList());
        }
        return scopes.stream().distinct().sorted().toList();
    }

    private void requireFuture(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new BadInput("expiresAt", "must be in the future");
        }
    }
}
