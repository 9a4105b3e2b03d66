package io.asyncflow.ai.recommendation.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.recommendation.LiveIndex;
import io.asyncflow.ai.recommendation.Ranking;
import io.asyncflow.ai.recommendation.RecommendationIntent;
import io.asyncflow.ai.recommendation.Recommender;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Asks another recommender only for what is neither near nor in Redis. */
final class CachedRecommender implements Recommender {

    private final Recommender recommender;
    private final LiveIndex index;
    private final RedisRankings redis;
    private final Cache<RankingKey, Ranking> near;

    CachedRecommender(Recommender recommender, LiveIndex index, RedisRankings redis, CacheProperties properties) {
        this.recommender = recommender;
        this.index = index;
        this.redis = redis;
        this.near = Caffeine.newBuilder()
                .maximumSize(properties.nearSize())
                .expireAfterWrite(properties.timeToLive())
                .build();
    }

    @Override
    public Mono<Map<ProductId, Ranking>> recommend(Set<ProductId> products, RecommendationIntent intent, int first) {
        UUID version = index.current().version();
        if (version == null) {
            return recommender.recommend(products, intent, first);
        }
        int depth = RankingKey.depthFor(first);
        var keys = products.stream()
                .map(product -> new RankingKey(version, intent, depth, product))
                .collect(Collectors.toSet());
        return Mono.fromSupplier(() -> near.getAllPresent(keys))
                .flatMap(found -> completed(keys, found, redis::find))
                .flatMap(found -> completed(keys, found, missing -> ranked(missing, intent, depth)))
                .map(found -> cut(found, first));
    }

    private interface Source {
        Mono<Map<RankingKey, Ranking>> find(Set<RankingKey> keys);
    }

    private Mono<Map<RankingKey, Ranking>> completed(
            Set<RankingKey> keys, Map<RankingKey, Ranking> found, Source source) {
        var missing = new HashSet<>(keys);
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) {
            return Mono.just(found);
        }
        return source.find(missing).map(more -> {
            near.putAll(more);
            var all = new HashMap<>(found);
            all.putAll(more);
            return all;
        });
    }

    private Mono<Map<RankingKey, Ranking>> ranked(Set<RankingKey> keys, RecommendationIntent intent, int depth) {
        Map<ProductId, RankingKey> byProduct = new HashMap<>();
        keys.forEach(key -> byProduct.put(key.product(), key));
        return recommender.recommend(byProduct.keySet(), intent, depth).flatMap(rankings -> {
            Map<RankingKey, Ranking> ranked = new HashMap<>();
            rankings.forEach((product, ranking) -> ranked.put(byProduct.get(product), ranking));
            return redis.keep(ranked).thenReturn(ranked);
        });
    }

    private static Map<ProductId, Ranking> cut(Map<RankingKey, Ranking> rankings, int first) {
        var cut = new HashMap<ProductId, Ranking>();
        rankings.forEach((key, ranking) -> cut.put(key.product(), ranking.first(first)));
        return cut;
    }
}
