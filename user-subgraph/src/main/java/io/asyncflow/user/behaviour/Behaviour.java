package io.asyncflow.user.behaviour;

import io.asyncflow.user.product.ProductId;
import io.asyncflow.user.product.VariantId;
import java.time.Instant;

/** Something that somebody did in the shop. */
public sealed interface Behaviour {

    /** The name that the browser gave it, so that it may send it again. */
    String id();

    Instant at();

    /** Looked at a product. */
    record Viewed(String id, Instant at, ProductId product) implements Behaviour {}

    /** Searched for something. */
    record Searched(String id, Instant at, String query) implements Behaviour {}

    /** Put something into the cart. */
    record Added(String id, Instant at, VariantId variant, int quantity) implements Behaviour {}

    /** Bought something, by the browser's word. */
    record Bought(String id, Instant at, VariantId variant, int quantity) implements Behaviour {}
}
