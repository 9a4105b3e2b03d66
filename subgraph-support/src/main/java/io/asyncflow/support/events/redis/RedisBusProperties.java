package io.asyncflow.support.events.redis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Events on Redis Streams.
 *
 * @param lanes how many streams a topic is divided into, and so how many members of a group can share it; changing it
 *     while events are under way may bring events of one key out of order
 * @param lease after how long without a sign of life the lanes of a member go to others
 * @param keep how many events of each lane stay after all groups have handled them
 */
@Validated
@ConfigurationProperties("asyncflow.events.redis")
record RedisBusProperties(
        @Min(1) @Max(64) @DefaultValue("4") int lanes,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("5s")
        Duration lease,

        @Min(0) @Max(10_000_000) @DefaultValue("10000") int keep) {}
