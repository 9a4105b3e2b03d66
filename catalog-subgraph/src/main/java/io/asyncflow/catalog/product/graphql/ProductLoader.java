package io.asyncflow.catalog.product.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.product.Product;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.Products;
import io.asyncflow.support.graphql.Batches;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Products by id or handle, one statement a batch. */
@DgsDataLoader(name = "products")
public record ProductLoader(Products products) implements MappedBatchLoaderWithContext<Reference<ProductId>, Product> {

    @Override
    public CompletionStage<Map<Reference<ProductId>, Product>> load(
            Set<Reference<ProductId>> references, BatchLoaderEnvironment environment) {
        return Batches.load(environment, products.find(references));
    }
}
