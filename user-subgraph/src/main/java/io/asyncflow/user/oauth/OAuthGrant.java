package io.asyncflow.user.oauth;

import java.util.Locale;

/** A way to come to tokens. */
public enum OAuthGrant {
    AUTHORIZATION_CODE,
    CLIENT_CREDENTIALS,
    REFRESH_TOKEN;

    /** As it is written in requests. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
