package io.asyncflow.user.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine hashing may take.
 *
 * @param threads how many passwords are hashed at the same time
 * @param queue how many more may wait
 */
@Validated
@ConfigurationProperties("asyncflow.user.passwords")
record PasswordProperties(
        @Min(1) @Max(256) @DefaultValue("2") int threads,
        @Min(1) @Max(10_000) @DefaultValue("100") int queue) {}
