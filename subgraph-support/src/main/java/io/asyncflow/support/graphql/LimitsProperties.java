package io.asyncflow.support.graphql;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How large an operation may be.
 *
 * @param maxDepth how deep its fields may nest
 * @param maxFields how many fields it may select, fragments spread out
 * @param maxValues how many values its answer may hold if every page is full
 */
@Validated
@ConfigurationProperties("asyncflow.limits")
public record LimitsProperties(
        @Min(1) @DefaultValue("20") int maxDepth,
        @Min(1) @DefaultValue("2000") int maxFields,
        @Min(1) @Max(1_000_000) @DefaultValue("1000000") int maxValues) {}
