package io.asyncflow.user.account;

import io.asyncflow.user.mail.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account to be, until somebody has shown that the address is theirs. */
record PendingRegistration(
        UUID id,
        EmailAddress email,
        String passwordHash,
        @Nullable DisplayName displayName,
        Language language,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "PendingRegistration[" + id + "]";
    }
}
