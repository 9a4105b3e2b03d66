package io.asyncflow.user.behaviour;

import io.asyncflow.support.redis.Limit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much behaviour is taken.
 *
 * @param permits how many events of one account or visitor are taken at once
 * @param permitsPerNetwork how many of whoever is at one network address are
 * @param window in which they all come back
 */
@Validated
@ConfigurationProperties("asyncflow.user.behaviour")
record BehaviourProperties(
        @Min(BehaviourReading.LARGEST) @DefaultValue("600") int permits,

        @Min(BehaviourReading.LARGEST) @Max(1_000_000) @DefaultValue("6000")
        int permitsPerNetwork,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("1m")
        Duration window) {

    Limit limit() {
        return new Limit(permits, window);
    }

    Limit limitPerNetwork() {
        return new Limit(permitsPerNetwork, window);
    }
}
