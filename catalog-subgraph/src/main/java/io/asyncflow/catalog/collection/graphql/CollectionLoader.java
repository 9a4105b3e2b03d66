package io.asyncflow.catalog.collection.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.collection.Collection;
import io.asyncflow.catalog.collection.CollectionId;
import io.asyncflow.catalog.collection.Collections;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.support.graphql.Batches;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Collections by id or handle, one statement a batch. */
@DgsDataLoader(name = "collections")
public record CollectionLoader(Collections collections)
        implements MappedBatchLoaderWithContext<Reference<CollectionId>, Collection> {

    @Override
    public CompletionStage<Map<Reference<CollectionId>, Collection>> load(
            Set<Reference<CollectionId>> references, BatchLoaderEnvironment environment) {
        return Batches.load(environment, collections.find(references));
    }
}
