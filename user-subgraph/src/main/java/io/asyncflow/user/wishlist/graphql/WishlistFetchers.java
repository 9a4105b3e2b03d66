package io.asyncflow.user.wishlist.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.OwnerOnly;
import io.asyncflow.user.account.User;
import io.asyncflow.user.product.ProductId;
import io.asyncflow.user.wishlist.Wishlists;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One's own wishlist. */
@DgsComponent
public class WishlistFetchers {

    private static final int USUAL_PAGE = 20;

    private final Wishlists wishlists;

    WishlistFetchers(Wishlists wishlists) {
        this.wishlists = wishlists;
    }

    @DgsData(parentType = "User", field = "wishlist")
    public Mono<Connection<Product>> wishlist(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        var page = PageRequest.first(Objects.requireNonNullElse(first, USUAL_PAGE), after);
        return OwnerOnly.show(
                user.id(),
                environment,
                owner -> wishlists.page(owner, page).map(items -> items.map(item -> new Product(item.product()))));
    }

    @DgsMutation
    public Mono<WishlistPayload> wishlistAdd(@InputArgument String productId) {
        return Viewer.signedIn()
                .flatMap(viewer -> {
                    ProductId product = ProductId.parse("productId", productId);
                    return wishlists.add(viewer.id(), product).map(addition -> WishlistPayload.of(addition, product));
                })
                .onErrorResume(BadInput.class, bad -> Mono.just(WishlistPayload.invalid(bad)));
    }

    @DgsMutation
    public Mono<WishlistPayload> wishlistRemove(@InputArgument String productId) {
        return Viewer.signedIn()
                .flatMap(viewer -> {
                    ProductId product = ProductId.parse("productId", productId);
                    return wishlists.remove(viewer.id(), product).thenReturn(WishlistPayload.changed(product));
                })
                .onErrorResume(BadInput.class, bad -> Mono.just(WishlistPayload.invalid(bad)));
    }
}
