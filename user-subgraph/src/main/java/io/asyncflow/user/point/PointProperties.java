package io.asyncflow.user.point;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How points are kept.
 *
 * @param lifetime how long granted points last
 * @param sweep how often it is written down what time has done
 */
@Validated
@ConfigurationProperties("asyncflow.user.points")
record PointProperties(
        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("365d")
        Duration lifetime,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("1m")
        Duration sweep) {}
