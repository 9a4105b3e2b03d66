package io.asyncflow.catalog.product;

import io.asyncflow.support.money.Money;

/** From the cheapest variant to the dearest. */
public record ProductPriceRange(Money minVariantPrice, Money maxVariantPrice) {}
