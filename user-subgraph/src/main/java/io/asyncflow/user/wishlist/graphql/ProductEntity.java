package io.asyncflow.user.wishlist.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.product.ProductId;
import io.asyncflow.user.wishlist.Wishlists;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;
import reactor.core.publisher.Mono;

/** What we add to the catalogue's products. */
@DgsComponent
public class ProductEntity {

    @DgsEntityFetcher(name = "Product")
    public Product product(Map<String, Object> representation) {
        if (representation.get("id") instanceof String id) {
            return new Product(ProductId.parse("id", id));
        }
        throw new BadInput("id", "must be the id of a product");
    }

    @DgsData(parentType = "Product", field = "inWishlist")
    public CompletableFuture<Boolean> inWishlist(DgsDataFetchingEnvironment environment) {
        Product product = environment.getSourceOrThrow();
        return environment.<ProductId, Boolean>getDataLoader(Loader.class).load(product.id());
    }

    /** All products of one request in one statement; none for who is not signed in. */
    @DgsDataLoader(name = "inWishlist")
    public record Loader(Wishlists wishlists) implements MappedBatchLoaderWithContext<ProductId, Boolean> {

        @Override
        public CompletionStage<Map<ProductId, Boolean>> load(
                Set<ProductId> products, BatchLoaderEnvironment environment) {
            return Batches.load(
                    environment,
                    Viewer.current()
                            .flatMap(viewer -> Mono.justOrEmpty(viewer.userId()))
                            .flatMap(user -> wishlists.contained(user, products))
                            .defaultIfEmpty(Set.of())
                            .map(wished -> products.stream().collect(Collectors.toMap(id -> id, wished::contains))));
        }
    }
}
