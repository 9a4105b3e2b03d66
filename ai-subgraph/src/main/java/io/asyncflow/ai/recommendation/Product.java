package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;

/** A product of the catalogue, which knows the rest of it. */
public record Product(ProductId id) {}
