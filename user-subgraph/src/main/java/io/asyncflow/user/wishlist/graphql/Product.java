package io.asyncflow.user.wishlist.graphql;

import io.asyncflow.user.product.ProductId;

/** Stands for a product, of which the catalogue knows more. */
public record Product(ProductId id) {}
