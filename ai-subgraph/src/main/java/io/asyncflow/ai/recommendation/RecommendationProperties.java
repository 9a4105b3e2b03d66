package io.asyncflow.ai.recommendation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How products are recommended.
 *
 * @param timeout how long a recommender may take before a fallback is shown instead
 * @param retryAfter how long a recommender that keeps failing is left alone
 * @param rebuildPause the least time between two rebuilds of the index
 * @param useAttributes the attributes that say where, when or what for a product is used
 */
@Validated
@ConfigurationProperties("asyncflow.ai.recommendations")
public record RecommendationProperties(
        @NotNull @DurationMin(millis = 1) @DefaultValue("1s")
        Duration timeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("5s")
        Duration retryAfter,

        @NotNull @DurationMin @DefaultValue("2s") Duration rebuildPause,

        @NotNull @DefaultValue({"occasion", "room", "season", "style", "use", "상황", "공간", "계절", "스타일", "용도"})
        Set<String> useAttributes) {

    public RecommendationProperties {
        useAttributes = Set.copyOf(useAttributes);
    }
}
