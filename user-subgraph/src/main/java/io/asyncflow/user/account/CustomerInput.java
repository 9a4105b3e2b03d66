package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.password.Password;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who an account is for, as a client sent it. */
public record CustomerInput(
        String email, String password, @Nullable String displayName) {

    List<UserError> problems() {
        return InputCheck.problemsIn("input", this::emailAddress, this::chosenPassword, () -> {
            if (displayName != null) {
                DisplayName.parse("displayName", displayName);
            }
        });
    }

    EmailAddress emailAddress() {
        return EmailAddress.parse("email", email);
    }

    Password chosenPassword() {
        return Password.chosen("password", password);
    }

    DisplayName nameOf(UserId user) {
        return displayName == null ? DisplayName.neutral(user) : DisplayName.parse("displayName", displayName);
    }

    /** The password is a secret. */
    @Override
    public String toString() {
        return "CustomerInput[" + email + "]";
    }
}
