package io.asyncflow.support.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens a service believes.
 *
 * @param issuer the {@code iss} that tokens must carry
 * @param audience the {@code aud} that tokens must carry
 * @param jwks where the public keys are: an http(s) URL, or the key set itself as JSON
 * @param clockSkew how far the clocks of two machines may be apart
 * @param refreshAfter how long keys are kept, and how soon an unknown key may make us ask again
 * @param keepKeysFor how long known keys serve when the issuer no longer answers. No token lives longer than an hour, so
 *     that nobody who is signed in is shut out by it, and no key is believed for good that its issuer has withdrawn
 */
@Validated
@ConfigurationProperties("asyncflow.identity")
public record IdentityProperties(
        @NotBlank String issuer,
        @NotBlank String audience,
        @NotBlank String jwks,
        @NotNull @DefaultValue("30s") Duration clockSkew,
        @NotNull @DefaultValue("5m") Duration refreshAfter,
        @NotNull @DefaultValue("65m") Duration keepKeysFor) {}
