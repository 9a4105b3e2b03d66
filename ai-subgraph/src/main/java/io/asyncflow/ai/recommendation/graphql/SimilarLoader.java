package io.asyncflow.ai.recommendation.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.recommendation.RecommendationIntent;
import io.asyncflow.ai.recommendation.RecommendationSet;
import io.asyncflow.ai.recommendation.Recommendations;
import io.asyncflow.support.graphql.Batches;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;
import reactor.core.publisher.Flux;

/** Finds the recommendations for all products of a request together. */
@DgsDataLoader(name = "similar")
public class SimilarLoader implements MappedBatchLoaderWithContext<SimilarLoader.Key, RecommendationSet> {

    /** A product, and how many others to show beside it. */
    public record Key(ProductId product, int first) {}

    private final Recommendations recommendations;

    SimilarLoader(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public CompletionStage<Map<Key, RecommendationSet>> load(Set<Key> keys, BatchLoaderEnvironment environment) {
        Map<Integer, Set<ProductId>> byLength = keys.stream()
                .collect(Collectors.groupingBy(Key::first, Collectors.mapping(Key::product, Collectors.toSet())));
        return Batches.load(
                environment,
                Flux.fromIterable(byLength.entrySet())
                        .concatMap(group -> sets(group.getValue(), group.getKey()))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Flux<Map.Entry<Key, RecommendationSet>> sets(Set<ProductId> products, int first) {
        var wish = new RecommendationSet.Wish(RecommendationIntent.RELATED, first);
        return recommendations
                .of(products, wish)
                .flatMapIterable(Map::entrySet)
                .map(entry -> Map.entry(new Key(entry.getKey(), first), entry.getValue()));
    }
}
