package io.asyncflow.order.cart;

import io.asyncflow.order.ErrorCode;
import io.asyncflow.support.errors.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a change to a cart: the changed cart, or the reasons why nothing was changed. */
public record CartPayload(@Nullable Cart cart, List<UserError> userErrors) {

    public CartPayload {
        userErrors = List.copyOf(userErrors);
    }

    static CartPayload changed(Cart cart) {
        return new CartPayload(cart, List.of());
    }

    public static CartPayload refused(List<UserError> reasons) {
        return new CartPayload(null, reasons);
    }

    static CartPayload unknownCart() {
        return refused(List.of(UserError.of(ErrorCode.NOT_FOUND, "There is no such cart", "cartId")));
    }

    public List<CartWarning> warnings() {
        return cart == null ? List.of() : cart.warnings();
    }
}
