package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A request that OAuth has an error code for. Its description is meant for the client's developer. */
public final class OAuthFault extends RuntimeException {

    private final transient ErrorObject error;

    public OAuthFault(ErrorObject error) {
        super(error.getCode(), null, false, false);
        this.error = error;
    }

    /** One of the standard errors, with what is wrong this time. */
    public static OAuthFault of(ErrorObject standard, String description) {
        return new OAuthFault(standard.setDescription(description));
    }

    public ErrorObject error() {
        return error;
    }
}
