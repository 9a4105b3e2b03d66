package io.asyncflow.catalog.product.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.product.ProductVariant;
import io.asyncflow.catalog.product.VariantId;
import io.asyncflow.catalog.product.Variants;
import io.asyncflow.support.graphql.Batches;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Variants by id or SKU, one statement a batch. */
@DgsDataLoader(name = "variants")
public record VariantLoader(Variants variants)
        implements MappedBatchLoaderWithContext<Reference<VariantId>, ProductVariant> {

    @Override
    public CompletionStage<Map<Reference<VariantId>, ProductVariant>> load(
            Set<Reference<VariantId>> references, BatchLoaderEnvironment environment) {
        return Batches.load(environment, variants.find(references));
    }
}
