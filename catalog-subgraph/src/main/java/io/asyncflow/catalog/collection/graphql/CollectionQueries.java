package io.asyncflow.catalog.collection.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.catalog.collection.Collection;
import io.asyncflow.catalog.collection.CollectionId;
import io.asyncflow.catalog.collection.CollectionOrder;
import io.asyncflow.catalog.collection.Collections;
import io.asyncflow.catalog.graphql.Arguments;
import io.asyncflow.catalog.key.Nested;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.product.Product;
import io.asyncflow.catalog.product.ProductFilter;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.ProductListing;
import io.asyncflow.catalog.product.graphql.Listings;
import io.asyncflow.catalog.rows.Words;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Collections, the products in them, and the collections that a product is in. */
@DgsComponent
public class CollectionQueries {

    private enum CollectionSortKeys {
        TITLE,
        UPDATED_AT,
        RELEVANCE,
        ID
    }

    private final Collections collections;

    CollectionQueries(Collections collections) {
        this.collections = collections;
    }

    @DgsQuery
    public CompletableFuture<Collection> collection(
            @InputArgument @Nullable String id,
            @InputArgument @Nullable String handle,
            DgsDataFetchingEnvironment environment) {
        return load(Reference.exactlyOne(id, handle, CollectionId::parse), environment);
    }

    @DgsQuery
    public Mono<Connection<Collection>> collections(
            @InputArgument @Nullable String query, DgsDataFetchingEnvironment environment) {
        return collections.list(
                Words.of(query),
                order(environment),
                Arguments.reverse(environment),
                Arguments.page(environment, Arguments.DEFAULT_PAGE));
    }

    @DgsEntityFetcher(name = "Collection")
    public CompletableFuture<Collection> collectionEntity(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        return load(Reference.from(representation, "handle", CollectionId::parse), environment);
    }

    @DgsData(parentType = "Collection", field = "products")
    public CompletableFuture<Connection<Product>> productsOf(
            @InputArgument @Nullable List<ProductFilter> filters, DgsDataFetchingEnvironment environment) {
        Collection collection = Objects.requireNonNull(environment.getSource());
        return environment
                .<Nested<CollectionId, ProductListing>, Connection<Product>>getDataLoader(ProductListLoader.class)
                .load(new Nested<>(collection.id(), Listings.ofCollection(filters, environment)));
    }

    @DgsData(parentType = "Product", field = "collections")
    public CompletableFuture<Connection<Collection>> collectionsOf(DgsDataFetchingEnvironment environment) {
        Product product = Objects.requireNonNull(environment.getSource());
        return environment
                .<Nested<ProductId, PageRequest>, Connection<Collection>>getDataLoader(MembershipLoader.class)
                .load(new Nested<>(product.id(), Arguments.page(environment, Arguments.DEFAULT_PAGE)));
    }

    private static CompletableFuture<Collection> load(
            Reference<CollectionId> reference, DgsDataFetchingEnvironment environment) {
        return environment
                .<Reference<CollectionId>, Collection>getDataLoader(CollectionLoader.class)
                .load(reference);
    }

    private static CollectionOrder order(DgsDataFetchingEnvironment environment) {
        return switch (Arguments.choice(environment, "sortKey", CollectionSortKeys.TITLE)) {
            case TITLE -> CollectionOrder.title(Arguments.language(environment));
            case UPDATED_AT -> CollectionOrder.UPDATED;
            case RELEVANCE -> CollectionOrder.NEWEST;
            case ID -> CollectionOrder.ID;
        };
    }
}
