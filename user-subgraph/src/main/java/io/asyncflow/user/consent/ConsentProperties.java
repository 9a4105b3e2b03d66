package io.asyncflow.user.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people are asked for.
 *
 * @param version of the text that the storefront shows now; consents to another one are refused
 */
@Validated
@ConfigurationProperties("asyncflow.user.consents")
record ConsentProperties(
        @NotBlank @Size(max = 40) @DefaultValue("2026-11") String version) {}
