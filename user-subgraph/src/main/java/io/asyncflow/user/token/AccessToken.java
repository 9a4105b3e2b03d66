package io.asyncflow.user.token;

import java.time.Instant;

/** What its bearer may act with until it expires. Never printed. */
public record AccessToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[***, expiresAt=" + expiresAt + "]";
    }
}
