package io.asyncflow.user.session;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions last.
 *
 * @param lifetime how long after its sign-in a session ends in any case
 * @param idle how long a session lasts that is not refreshed
 * @param remembered how long Redis may answer that a session is open before the database is asked again
 */
@Validated
@ConfigurationProperties("asyncflow.user.sessions")
public record SessionProperties(
        @NotNull @DurationMin(minutes = 1) @DefaultValue("30d")
        Duration lifetime,

        @NotNull @DurationMin(minutes = 1) @DefaultValue("14d")
        Duration idle,

        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1) @DefaultValue("10s")
        Duration remembered) {}
