package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.mail.Language;
import io.asyncflow.user.password.Password;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who an account is for, as a client sent it. */
public record CustomerInput(
        String email,
        String password,
        @Nullable String displayName,
        @Nullable Language language) {

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
        return Password.chosen(
                "password",
                password,
                Stream.of(email, displayName).filter(Objects::nonNull).toList());
    }

    @Nullable
    DisplayName chosenName() {
        return displayName == null ? null : DisplayName.parse("displayName", displayName);
    }

    Language chosenLanguage() {
        return language == null ? Language.EN : language;
    }

    /** The password is a secret. */
    @Override
    public String toString() {
        return "CustomerInput[" + email + "]";
    }
}
