package io.asyncflow.ai.recommendation;

import java.time.Instant;
import java.util.List;

/** What a {@link Recommender} has to say about one product, the best first. */
public record Ranking(List<Recommendation> items, Instant generatedAt) {

    public Ranking {
        items = List.copyOf(items);
    }

    public Ranking first(int count) {
        return items.size() <= count ? this : new Ranking(items.subList(0, count), generatedAt);
    }
}
