package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What is shown while no recommender can be asked: new products, of the same type or of others. */
@Component
class NewestProducts {

    private final LiveIndex index;
    private final Clock clock;

    NewestProducts(LiveIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    RecommendationSet insteadFor(ProductId product, String type, RecommendationSet.Wish wish) {
        boolean sameType = wish.intent() == RecommendationIntent.RELATED;
        String explanation = sameType && !type.isBlank() ? "New: " + type : "New in the shop";
        var items = index.current().index().newest(type, sameType, wish.first() + 1).stream()
                .filter(newest -> !newest.equals(product))
                .limit(wish.first())
                .map(newest -> Recommendation.of(
                        product, wish.intent(), newest, 0, RecommendationReason.FALLBACK, explanation))
                .toList();
        return RecommendationSet.degraded(product, wish, new Ranking(items, clock.instant()));
    }
}
