package io.asyncflow.user.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that was shown and is good, and whose it is. */
public record KnownKey(
        ApiKeyId id,
        Partner partner,
        List<String> scopes,
        @Nullable Instant expiresAt) {

    public KnownKey {
        scopes = List.copyOf(scopes);
    }
}
