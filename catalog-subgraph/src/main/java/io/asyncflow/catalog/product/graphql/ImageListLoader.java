package io.asyncflow.catalog.product.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.key.Nested;
import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.ProductImages;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** The pictures of products, one statement a batch. */
@DgsDataLoader(name = "imageLists")
public record ImageListLoader(ProductImages images)
        implements MappedBatchLoaderWithContext<Nested<ProductId, PageRequest>, Connection<Image>> {

    @Override
    public CompletionStage<Map<Nested<ProductId, PageRequest>, Connection<Image>>> load(
            Set<Nested<ProductId, PageRequest>> lists, BatchLoaderEnvironment environment) {
        return Batches.load(environment, Nested.load(lists, images::of));
    }
}
