package io.asyncflow.catalog.product;

import io.asyncflow.catalog.text.Localized;

/** A fact about a product. */
public record Attribute(Localized<String> name, Localized<String> value) {}
