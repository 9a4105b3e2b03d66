package io.asyncflow.user.restock;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are told that something is back in stock.
 *
 * @param deliver how often it is looked for notices to send
 */
@Validated
@ConfigurationProperties("asyncflow.user.restock")
record RestockProperties(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s")
        Duration deliver) {}
