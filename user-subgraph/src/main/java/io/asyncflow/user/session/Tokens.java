package io.asyncflow.user.session;

import io.asyncflow.user.token.AccessToken;

/** What the holder of a session acts with, and what keeps the session up. */
public record Tokens(AccessToken access, RefreshToken refresh) {}
