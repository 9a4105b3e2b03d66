package io.asyncflow.ai.recommendation.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.recommendation.Product;
import io.asyncflow.ai.recommendation.RecommendationIntent;
import io.asyncflow.ai.recommendation.RecommendationSet;
import io.asyncflow.ai.recommendation.Recommendations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@DgsComponent
public class ProductRecommendationsFetcher {

    private static final int USUAL = 10;

    private final Recommendations recommendations;

    ProductRecommendationsFetcher(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @DgsQuery
    public Mono<List<Product>> productRecommendations(
            @InputArgument String productId,
            @InputArgument @Nullable RecommendationIntent intent,
            @InputArgument @Nullable Integer first) {
        var product = ProductId.parse("productId", productId);
        var wish = new RecommendationSet.Wish(
                intent == null ? RecommendationIntent.RELATED : intent, First.of(first, USUAL));
        return recommendations
                .of(Set.of(product), wish)
                .mapNotNull(sets -> sets.get(product))
                .map(RecommendationSet::products);
    }
}
