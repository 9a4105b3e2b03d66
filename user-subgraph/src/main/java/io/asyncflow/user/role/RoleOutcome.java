package io.asyncflow.user.role;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.account.User;
import java.util.List;

/** How changing roles went. */
public sealed interface RoleOutcome {

    record Changed(User user) implements RoleOutcome {}

    record Refused(List<UserError> errors) implements RoleOutcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
