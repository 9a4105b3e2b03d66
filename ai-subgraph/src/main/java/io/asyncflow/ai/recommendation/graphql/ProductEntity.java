package io.asyncflow.ai.recommendation.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.recommendation.Product;
import io.asyncflow.ai.recommendation.RecommendationSet;
import io.asyncflow.support.errors.BadInput;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What we add to the catalogue's products. */
@DgsComponent
public class ProductEntity {

    private static final int USUAL = 8;

    @DgsEntityFetcher(name = "Product")
    public Product product(Map<String, Object> representation) {
        if (representation.get("id") instanceof String id) {
            return new Product(ProductId.parse("id", id));
        }
        throw new BadInput("id", "must be the id of a product");
    }

    @DgsData(parentType = "Product", field = "similar")
    public CompletableFuture<RecommendationSet> similar(
            @InputArgument @Nullable Integer first, DgsDataFetchingEnvironment environment) {
        Product product = Objects.requireNonNull(environment.getSource());
        var key = new SimilarLoader.Key(product.id(), First.of(first, USUAL));
        return environment
                .<SimilarLoader.Key, RecommendationSet>getDataLoader(SimilarLoader.class)
                .load(key);
    }
}
