package io.asyncflow.catalog.product.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.product.Product;
import io.asyncflow.catalog.product.ProductFilter;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.ProductVariant;
import io.asyncflow.catalog.product.ShopProducts;
import io.asyncflow.catalog.product.VariantId;
import io.asyncflow.support.paging.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The ways into the catalogue: by name, by list, by another service's reference. */
@DgsComponent
public class ProductQueries {

    private final ShopProducts shop;

    ProductQueries(ShopProducts shop) {
        this.shop = shop;
    }

    @DgsQuery
    public CompletableFuture<Product> product(
            @InputArgument @Nullable String id,
            @InputArgument @Nullable String handle,
            DgsDataFetchingEnvironment environment) {
        return product(Reference.exactlyOne(id, handle, ProductId::parse), environment);
    }

    @DgsQuery
    public Mono<Connection<Product>> products(
            @InputArgument @Nullable List<ProductFilter> filters, DgsDataFetchingEnvironment environment) {
        return shop.list(Listings.ofShop(filters, environment));
    }

    @DgsEntityFetcher(name = "Product")
    public CompletableFuture<Product> productEntity(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        return product(Reference.from(representation, "handle", ProductId::parse), environment);
    }

    @DgsEntityFetcher(name = "ProductVariant")
    public CompletableFuture<ProductVariant> variantEntity(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        return environment
                .<Reference<VariantId>, ProductVariant>getDataLoader(VariantLoader.class)
                .load(Reference.from(representation, "sku", VariantId::parse));
    }

    static CompletableFuture<Product> product(Reference<ProductId> reference, DgsDataFetchingEnvironment environment) {
        return environment
                .<Reference<ProductId>, Product>getDataLoader(ProductLoader.class)
                .load(reference);
    }
}
