package io.asyncflow.catalog.collection.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.collection.Collection;
import io.asyncflow.catalog.collection.ProductMemberships;
import io.asyncflow.catalog.key.Nested;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** The collections of products, one statement a batch. */
@DgsDataLoader(name = "memberships")
public record MembershipLoader(ProductMemberships memberships)
        implements MappedBatchLoaderWithContext<Nested<ProductId, PageRequest>, Connection<Collection>> {

    @Override
    public CompletionStage<Map<Nested<ProductId, PageRequest>, Connection<Collection>>> load(
            Set<Nested<ProductId, PageRequest>> lists, BatchLoaderEnvironment environment) {
        return Batches.load(environment, Nested.load(lists, memberships::of));
    }
}
