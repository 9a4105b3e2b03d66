package io.asyncflow.ai.recommendation.redis;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.recommendation.RecommendationIntent;
import java.util.UUID;

/**
 * Names a ranking. A change of the catalogue changes the version, so that nothing outdated is ever found.
 *
 * @param depth how many items the ranking was made for
 */
record RankingKey(UUID version, RecommendationIntent intent, int depth, ProductId product) {

    /** Named anew whenever the same profiles would be ranked otherwise, or rankings be written otherwise. */
    private static final String MODEL = "content-1";

    /** Rankings are made a little longer than asked for, and cut: lists of 8 and of 10 share one. */
    static int depthFor(int first) {
        return first <= 10 ? 10 : 50;
    }

    @Override
    public String toString() {
        return "ai:ranking:" + MODEL + ":" + version + ":" + intent + ":" + depth + ":" + product;
    }
}
