package io.asyncflow.ai.recommendation;

/** Why a product is recommended. */
public enum RecommendationReason {
    /** What the catalogue says of the two is alike. */
    SIMILAR_CONTENT,
    /** The recommender could not be asked. */
    FALLBACK
}
