package io.asyncflow.ai.recommendation.redis;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How recommendations are kept.
 *
 * @param timeToLive how long, in Redis and near
 * @param nearSize how many products' recommendations this process keeps itself
 * @param timeout how long Redis may take before we go on without
 * @param retryAfter how long a Redis that keeps failing is left alone
 */
@Validated
@ConfigurationProperties("asyncflow.ai.cache")
record CacheProperties(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("10m")
        Duration timeToLive,

        @Min(0) @DefaultValue("2000") int nearSize,

        @NotNull @DurationMin(millis = 1) @DefaultValue("100ms")
        Duration timeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("5s")
        Duration retryAfter) {}
