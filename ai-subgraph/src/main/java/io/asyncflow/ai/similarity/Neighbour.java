package io.asyncflow.ai.similarity;

import io.asyncflow.ai.catalog.ProductId;

/**
 * A product that goes with another.
 *
 * @param score how well, from 0 to 1
 * @param explanation what the two share, for a person to read
 */
public record Neighbour(ProductId product, double score, String explanation) {}
