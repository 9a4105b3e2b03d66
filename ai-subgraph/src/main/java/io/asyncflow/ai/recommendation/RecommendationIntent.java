package io.asyncflow.ai.recommendation;

/** What a recommendation is for. */
public enum RecommendationIntent {
    /** To choose among alternatives. */
    RELATED,
    /** To use together. */
    COMPLEMENTARY
}
