package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.similarity.Neighbour;
import io.asyncflow.ai.similarity.ProductIndex;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Recommends by what the catalogue says of its products. */
final class ContentRecommender implements Recommender {

    private final LiveIndex index;
    private final Scheduler workers;
    private final Clock clock;

    ContentRecommender(LiveIndex index, Scheduler workers, Clock clock) {
        this.index = index;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public Mono<Map<ProductId, Ranking>> recommend(Set<ProductId> products, RecommendationIntent intent, int first) {
        return Mono.fromSupplier(() -> rankings(products, intent, first)).subscribeOn(workers);
    }

    private Map<ProductId, Ranking> rankings(Set<ProductId> products, RecommendationIntent intent, int first) {
        ProductIndex present = index.current().index();
        Instant now = clock.instant();
        var rankings = new HashMap<ProductId, Ranking>();
        for (ProductId product : products) {
            if (present.contains(product)) {
                var items = neighbours(present, product, intent, first).stream()
                        .map(neighbour -> recommendation(product, intent, neighbour))
                        .toList();
                rankings.put(product, new Ranking(items, now));
            }
        }
        return rankings;
    }

    private static List<Neighbour> neighbours(
            ProductIndex index, ProductId product, RecommendationIntent intent, int first) {
        return switch (intent) {
            case RELATED -> index.similar(product, first);
            case COMPLEMENTARY -> index.complementary(product, first);
        };
    }

    private static Recommendation recommendation(ProductId shown, RecommendationIntent intent, Neighbour neighbour) {
        return Recommendation.of(
                shown,
                intent,
                neighbour.product(),
                neighbour.score(),
                RecommendationReason.SIMILAR_CONTENT,
                neighbour.explanation());
    }
}
