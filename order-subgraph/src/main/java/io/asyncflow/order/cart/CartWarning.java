package io.asyncflow.order.cart;

/**
 * Something that the buyer should know about a cart.
 *
 * @param target the line that it is about
 */
public record CartWarning(Code code, String message, CartLineId target) {

    public enum Code {
        MERCHANDISE_UNAVAILABLE,
        MERCHANDISE_GONE
    }
}
