package io.asyncflow.catalog.node.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.catalog.collection.CollectionId;
import io.asyncflow.catalog.collection.graphql.CollectionLoader;
import io.asyncflow.catalog.content.PageId;
import io.asyncflow.catalog.content.graphql.PageLoader;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.VariantId;
import io.asyncflow.catalog.product.graphql.ProductLoader;
import io.asyncflow.catalog.product.graphql.VariantLoader;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import io.asyncflow.support.paging.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Anything by its global id, whose prefix names the type. */
@DgsComponent
public class NodeQueries {

    @DgsQuery
    public CompletableFuture<? extends @Nullable Object> node(
            @InputArgument String id, DgsDataFetchingEnvironment environment) {
        return load("id", id, environment);
    }

    @DgsQuery
    public CompletableFuture<List<? extends @Nullable Object>> nodes(
            @InputArgument List<String> ids, DgsDataFetchingEnvironment environment) {
        if (ids.size() > PageRequest.LARGEST) {
            throw new BadInput("ids", "must not be more than " + PageRequest.LARGEST);
        }
        var nodes = ids.stream().map(id -> load("ids", id, environment)).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(nodes)
                .thenApply(
                        _ -> Arrays.stream(nodes).map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<? extends @Nullable Object> load(
            String argument, String id, DgsDataFetchingEnvironment environment) {
        return switch (TypeId.prefixOf(id)) {
            case ProductId.PREFIX -> load(ProductLoader.class, ProductId.parse(argument, id), environment);
            case VariantId.PREFIX -> load(VariantLoader.class, VariantId.parse(argument, id), environment);
            case CollectionId.PREFIX -> load(CollectionLoader.class, CollectionId.parse(argument, id), environment);
            case PageId.PREFIX -> load(PageLoader.class, PageId.parse(argument, id), environment);
            case UserId.PREFIX -> CompletableFuture.completedFuture(new User(UserId.parse(argument, id)));
            default ->
                throw new BadInput(
                        argument,
                        "must start with the name of a type: product_, variant_, collection_, page_ or user_");
        };
    }

    private static <I extends TypedId> CompletableFuture<? extends @Nullable Object> load(
            Class<?> loader, I id, DgsDataFetchingEnvironment environment) {
        return environment.<Reference<I>, Object>getDataLoader(loader).load(new Reference.ById<>(id));
    }
}
