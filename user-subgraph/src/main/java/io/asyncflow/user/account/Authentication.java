package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.session.Tokens;
import java.time.Duration;
import java.util.List;

/** How registering or signing in went. */
public sealed interface Authentication {

    record Granted(User user, Tokens tokens) implements Authentication {}

    /** Whoever reads the mail to that address goes on with what stands there. */
    record MailOnItsWay() implements Authentication {}

    record Refused(List<UserError> errors) implements Authentication {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    static Authentication refused(ErrorCode code, String message, String... field) {
        return new Refused(List.of(UserError.of(code, message, field)));
    }

    /** Somebody tries too often. */
    static Authentication tooOften(Duration retryAfter) {
        return refused(
                ErrorCode.RATE_LIMITED,
                "Too many attempts: try again in "
                        + Math.max(1, retryAfter.plusSeconds(59).toMinutes()) + " minutes");
    }

    /** More people want to get in than passwords can be hashed for. */
    static Authentication tooBusy() {
        return refused(ErrorCode.RATE_LIMITED, "Too many people are signing in right now: try again in a few seconds");
    }
}
