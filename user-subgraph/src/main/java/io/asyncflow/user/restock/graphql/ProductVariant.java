package io.asyncflow.user.restock.graphql;

import io.asyncflow.user.product.VariantId;

/** Stands for a variant of a product, of which the catalogue knows more. */
public record ProductVariant(VariantId id) {}
