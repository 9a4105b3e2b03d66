package io.asyncflow.catalog.collection.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.collection.CollectionId;
import io.asyncflow.catalog.key.Nested;
import io.asyncflow.catalog.product.CollectionProducts;
import io.asyncflow.catalog.product.Product;
import io.asyncflow.catalog.product.ProductListing;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.paging.Connection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** The products of collections, one statement a batch. */
@DgsDataLoader(name = "productLists")
public record ProductListLoader(CollectionProducts products)
        implements MappedBatchLoaderWithContext<Nested<CollectionId, ProductListing>, Connection<Product>> {

    @Override
    public CompletionStage<Map<Nested<CollectionId, ProductListing>, Connection<Product>>> load(
            Set<Nested<CollectionId, ProductListing>> lists, BatchLoaderEnvironment environment) {
        return Batches.load(environment, Nested.load(lists, products::list));
    }
}
