package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.catalog.ProductProfiles;
import io.asyncflow.ai.recommendation.RecommendationSet.Wish;
import io.asyncflow.ai.similarity.ProductIndex;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds what to show beside products. A product gets what the recommender says of it; when that cannot be asked, or has
 * not heard of the product yet, the newest products instead, marked as degraded. A product that nobody knows gets nothing.
 */
@Component
public class Recommendations {

    private static final Logger LOG = LoggerFactory.getLogger(Recommendations.class);

    private final Recommender recommender;
    private final NewestProducts newest;
    private final LiveIndex index;
    private final ProductProfiles profiles;
    private final Duration timeout;

    Recommendations(
            Recommender recommender,
            NewestProducts newest,
            LiveIndex index,
            ProductProfiles profiles,
            RecommendationProperties properties) {
        this.recommender = recommender;
        this.newest = newest;
        this.index = index;
        this.profiles = profiles;
        this.timeout = properties.timeout();
    }

    public Mono<Map<ProductId, RecommendationSet>> of(Set<ProductId> products, Wish wish) {
        return recommender
                .recommend(products, wish.intent(), wish.first())
                .flatMap(rankings -> completed(products, wish, rankings));
    }

    private Mono<Map<ProductId, RecommendationSet>> completed(
            Set<ProductId> products, Wish wish, Map<ProductId, Ranking> rankings) {
        Map<ProductId, RecommendationSet> sets = new HashMap<>();
        rankings.forEach((product, ranking) -> sets.put(product, RecommendationSet.found(product, wish, ranking)));
        var missing = new HashSet<>(products);
        missing.removeAll(sets.keySet());
        if (missing.isEmpty()) {
            return Mono.just(sets);
        }
        return types(missing).map(types -> {
            types.forEach((product, type) -> sets.put(product, newest.insteadFor(product, type, wish)));
            return sets;
        });
    }

    /** The types of those that exist: from memory, and only for those that are not there from the database. */
    private Mono<Map<ProductId, String>> types(Set<ProductId> products) {
        ProductIndex present = index.current().index();
        var types = new HashMap<ProductId, String>();
        var unheardOf = new HashSet<ProductId>();
        for (ProductId product : products) {
            String type = present.typeOf(product);
            if (type == null) {
                unheardOf.add(product);
            } else {
                types.put(product, type);
            }
        }
        return unheardOf.isEmpty()
                ? Mono.just(types)
                : kept(unheardOf).map(kept -> {
                    types.putAll(kept);
                    return types;
                });
    }

    private Mono<Map<ProductId, String>> kept(Set<ProductId> products) {
        return profiles.types(products).timeout(timeout).onErrorResume(failure -> {
            LOG.warn("Taking {} products for unknown: the database could not be asked", products.size(), failure);
            return Mono.just(Map.of());
        });
    }
}
