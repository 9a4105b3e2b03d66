package io.asyncflow.catalog.product.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.catalog.graphql.Arguments;
import io.asyncflow.catalog.key.Nested;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.product.Product;
import io.asyncflow.catalog.product.ProductId;
import io.asyncflow.catalog.product.ProductVariant;
import io.asyncflow.catalog.text.PlainText;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What of a product and of a variant is not simply read from it. */
@DgsComponent
public class ProductFields {

    private static final int DEFAULT_VARIANTS = 50;
    private static final PageRequest FIRST = PageRequest.first(1, null);

    @DgsData(parentType = "Product")
    public String description(@InputArgument @Nullable Integer truncateAt, DgsDataFetchingEnvironment environment) {
        if (truncateAt != null && truncateAt < 1) {
            throw new BadInput("truncateAt", "must be at least 1");
        }
        String html = source(environment).descriptionHtml().in(Arguments.language(environment));
        String text = PlainText.of(html);
        return truncateAt == null ? text : PlainText.truncated(text, truncateAt);
    }

    @DgsData(parentType = "Product")
    public CompletableFuture<Connection<ProductVariant>> variants(DgsDataFetchingEnvironment environment) {
        return environment
                .<Nested<ProductId, PageRequest>, Connection<ProductVariant>>getDataLoader(VariantListLoader.class)
                .load(below(environment, Arguments.page(environment, DEFAULT_VARIANTS)));
    }

    @DgsData(parentType = "Product")
    public CompletableFuture<Connection<Image>> images(DgsDataFetchingEnvironment environment) {
        return images(environment, Arguments.page(environment, Arguments.DEFAULT_PAGE));
    }

    @DgsData(parentType = "Product")
    public CompletableFuture<@Nullable Image> featuredImage(DgsDataFetchingEnvironment environment) {
        return images(environment, FIRST)
                .thenApply(images ->
                        images.nodes().isEmpty() ? null : images.nodes().getFirst());
    }

    @DgsData(parentType = "ProductVariant")
    public CompletableFuture<Product> product(DgsDataFetchingEnvironment environment) {
        ProductVariant variant = Objects.requireNonNull(environment.getSource());
        return ProductQueries.product(new Reference.ById<>(variant.productId()), environment);
    }

    private static CompletableFuture<Connection<Image>> images(
            DgsDataFetchingEnvironment environment, PageRequest page) {
        return environment
                .<Nested<ProductId, PageRequest>, Connection<Image>>getDataLoader(ImageListLoader.class)
                .load(below(environment, page));
    }

    private static Nested<ProductId, PageRequest> below(DgsDataFetchingEnvironment environment, PageRequest page) {
        return new Nested<>(source(environment).id(), page);
    }

    private static Product source(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }
}
