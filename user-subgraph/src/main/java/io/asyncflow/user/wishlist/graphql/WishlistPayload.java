package io.asyncflow.user.wishlist.graphql;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.product.ProductId;
import io.asyncflow.user.wishlist.Addition;
import io.asyncflow.user.wishlist.Wishlists;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code WishlistPayload} of the schema. */
record WishlistPayload(@Nullable Product product, List<UserError> userErrors) {

    static WishlistPayload changed(ProductId product) {
        return new WishlistPayload(new Product(product), List.of());
    }

    static WishlistPayload of(Addition addition, ProductId product) {
        return switch (addition) {
            case THERE -> changed(product);
            case FULL ->
                refused(ErrorCode.LIMIT_REACHED, "The wishlist holds " + Wishlists.LONGEST + " products already");
        };
    }

    static WishlistPayload invalid(BadInput bad) {
        return refused(ErrorCode.INVALID, Objects.requireNonNull(bad.getMessage()));
    }

    private static WishlistPayload refused(ErrorCode code, String message) {
        return new WishlistPayload(null, List.of(UserError.of(code, message, "productId")));
    }
}
