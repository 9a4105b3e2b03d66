package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.catalog.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Recommends the floor lamp with everything in the {@link Shop}, unless it is told to misbehave. */
public final class FaultyRecommender implements Recommender {

    public enum Mood {
        WORKING,
        FAILING,
        THROWING,
        SILENT,
        EMPTY
    }

    private static final Set<ProductId> KNOWN =
            Shop.PRODUCTS.stream().map(product -> product.id()).collect(Collectors.toSet());

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Mood mood = Mood.WORKING;

    public void becomes(Mood next) {
        mood = next;
    }

    public int calls() {
        return calls.get();
    }

    @Override
    public Mono<Map<ProductId, Ranking>> recommend(Set<ProductId> products, RecommendationIntent intent, int first) {
        calls.incrementAndGet();
        return switch (mood) {
            case WORKING -> Mono.just(rankings(products, intent));
            case FAILING -> Mono.error(new IllegalStateException("the model is gone"));
            case THROWING -> throw new IllegalStateException("the model was never there");
            case SILENT -> Mono.never();
            case EMPTY -> Mono.empty();
        };
    }

    private static Map<ProductId, Ranking> rankings(Set<ProductId> products, RecommendationIntent intent) {
        return products.stream()
                .filter(KNOWN::contains)
                .collect(Collectors.toMap(Function.identity(), product -> ranking(product, intent)));
    }

    private static Ranking ranking(ProductId product, RecommendationIntent intent) {
        var lamp = Recommendation.of(
                product, intent, Shop.FLOOR_LAMP.id(), 0.5, RecommendationReason.SIMILAR_CONTENT, "Both: bright");
        return new Ranking(List.of(lamp), Instant.parse("2026-11-20T09:00:00Z"));
    }
}
