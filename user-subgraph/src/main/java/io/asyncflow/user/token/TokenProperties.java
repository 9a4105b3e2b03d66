package io.asyncflow.user.token;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are made.
 *
 * @param signingKey an EC P-256 private key as a JWK; when blank, one is made and kept in the database
 * @param verificationKeys a JSON key set of what else tokens may be signed with: the key that signed before this one, or
 *     the one that will sign after it
 * @param accessTokenLifetime how long a token is good for
 */
@Validated
@ConfigurationProperties("asyncflow.user")
record TokenProperties(
        @DefaultValue("") String signingKey,
        @DefaultValue("") String verificationKeys,

        @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 1) @DefaultValue("15m")
        Duration accessTokenLifetime) {

    static final String SIGNING_KEY = "asyncflow.user.signing-key";
    static final String OTHER_KEYS = "asyncflow.user.verification-keys";

    /** The key is a secret. */
    @Override
    public String toString() {
        return "TokenProperties[accessTokenLifetime=" + accessTokenLifetime + "]";
    }
}
