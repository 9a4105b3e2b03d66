package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Knows what goes with a product. */
public interface Recommender {

    /** The most that it is asked for at a time. */
    int MOST = 50;

    /** For each product that it knows, the best {@code first} others, or as many as there are. */
    Mono<Map<ProductId, Ranking>> recommend(Set<ProductId> products, RecommendationIntent intent, int first);
}
