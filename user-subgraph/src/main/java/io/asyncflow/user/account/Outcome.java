package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How something went that an account's owner did: the account as it is now, or why it is as it was. */
public record Outcome(@Nullable User user, List<UserError> userErrors) {

    static final Outcome DONE = new Outcome(null, List.of());

    public Outcome {
        userErrors = List.copyOf(userErrors);
    }

    static Outcome of(User user) {
        return new Outcome(user, List.of());
    }

    static Outcome refused(ErrorCode code, String message, String... field) {
        return new Outcome(null, List.of(UserError.of(code, message, field)));
    }

    static Outcome refused(List<UserError> errors) {
        return new Outcome(null, errors);
    }

    static Outcome tooOften(Duration retryAfter) {
        return refused(((Authentication.Refused) Authentication.tooOften(retryAfter)).errors());
    }

    static Outcome tooBusy() {
        return refused(((Authentication.Refused) Authentication.tooBusy()).errors());
    }

    static Outcome expired(String field) {
        return refused(ErrorCode.TOKEN_EXPIRED, "This link is not good any more: ask for another one", field);
    }
}
