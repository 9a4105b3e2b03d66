package io.asyncflow.user.token;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing keys follow each other.
 *
 * @param rotateEvery how long a key signs
 * @param publishAhead how long a key is published before it signs: longer than verifiers keep what they have read
 */
@Validated
@ConfigurationProperties("asyncflow.user.keys")
record KeyProperties(
        @NotNull @DurationMin(days = 1) @DurationMax(days = 366) @DefaultValue("30d")
        Duration rotateEvery,

        @NotNull @DurationMin(minutes = 10) @DurationMax(hours = 12) @DefaultValue("1h")
        Duration publishAhead) {}
