package io.asyncflow.user.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partner calls the partner API with; its secret is known to the partner alone. */
public record ApiKey(
        ApiKeyId id,
        PartnerId partner,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = List.copyOf(scopes);
    }
}
