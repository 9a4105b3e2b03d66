package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.support.ids.TypeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is shown beside a product.
 *
 * @param strategy how it was found
 * @param degraded whether it is only what could be had while the recommender could not be asked
 */
public record RecommendationSet(
        String id, List<Recommendation> items, String strategy, boolean degraded, Instant generatedAt) {

    /** What was asked for. */
    public record Wish(RecommendationIntent intent, int first) {

        String idFor(ProductId product) {
            String name = product + " " + intent + " " + first;
            UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
            return TypeId.format("recommendation_set", uuid);
        }
    }

    public RecommendationSet {
        items = List.copyOf(items);
    }

    static RecommendationSet found(ProductId product, Wish wish, Ranking ranking) {
        String strategy = switch (wish.intent()) {
            case RELATED -> "content-similarity";
            case COMPLEMENTARY -> "shared-use";
        };
        return new RecommendationSet(
                wish.idFor(product), ranking.first(wish.first()).items(), strategy, false, ranking.generatedAt());
    }

    static RecommendationSet degraded(ProductId product, Wish wish, Ranking ranking) {
        String strategy = switch (wish.intent()) {
            case RELATED -> "newest-of-type";
            case COMPLEMENTARY -> "newest-of-other-types";
        };
        return new RecommendationSet(wish.idFor(product), ranking.items(), strategy, true, ranking.generatedAt());
    }

    public List<Product> products() {
        return items.stream().map(Recommendation::product).toList();
    }
}
