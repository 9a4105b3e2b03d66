package io.asyncflow.user.oauth;

import java.time.Duration;

/** A client has asked too often. */
public final class TooManyRequests extends RuntimeException {

    private final Duration retryAfter;

    TooManyRequests(Duration retryAfter) {
        super("Too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
