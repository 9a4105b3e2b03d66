package io.asyncflow.catalog.content.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.content.Page;
import io.asyncflow.catalog.content.PageId;
import io.asyncflow.catalog.content.TextPages;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.support.graphql.Batches;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Text pages by id or handle, one statement a batch. */
@DgsDataLoader(name = "pages")
public record PageLoader(TextPages pages) implements MappedBatchLoaderWithContext<Reference<PageId>, Page> {

    @Override
    public CompletionStage<Map<Reference<PageId>, Page>> load(
            Set<Reference<PageId>> references, BatchLoaderEnvironment environment) {
        return Batches.load(environment, pages.find(references));
    }
}
