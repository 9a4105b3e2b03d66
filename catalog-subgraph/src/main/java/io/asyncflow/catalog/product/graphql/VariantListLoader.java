package io.asyncflow.catalog.product.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.key.Nested;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.ProductVariant;
import io.asyncflow.catalog.product.Variants;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** The variants of products, one statement a batch. */
@DgsDataLoader(name = "variantLists")
public record VariantListLoader(Variants variants)
        implements MappedBatchLoaderWithContext<Nested<ProductId, PageRequest>, Connection<ProductVariant>> {

    @Override
    public CompletionStage<Map<Nested<ProductId, PageRequest>, Connection<ProductVariant>>> load(
            Set<Nested<ProductId, PageRequest>> lists, BatchLoaderEnvironment environment) {
        return Batches.load(environment, Nested.load(lists, variants::of));
    }
}
