package io.asyncflow.user.wishlist;

import io.asyncflow.user.product.ProductId;
import java.time.Instant;

/** A product in a wishlist. */
public record WishlistItem(ProductId product, Instant addedAt) {}
