package io.asyncflow.user.account.graphql;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.account.Outcome;
import io.asyncflow.user.account.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code AccountPayload} of the schema. */
record AccountPayload(@Nullable User user, List<UserError> userErrors) {

    static AccountPayload of(Outcome outcome) {
        return new AccountPayload(outcome.user(), outcome.userErrors());
    }

    /** For those who are not signed in, and see nothing of the account. */
    static AccountPayload silent(Outcome outcome) {
        return new AccountPayload(null, outcome.userErrors());
    }
}
