package io.asyncflow.user.session;

import java.time.Instant;

/** What a session is kept up with: good for one use, until it expires. Never printed. */
public record RefreshToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "RefreshToken[***, expiresAt=" + expiresAt + "]";
    }
}
