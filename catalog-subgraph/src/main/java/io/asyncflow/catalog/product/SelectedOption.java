package io.asyncflow.catalog.product;

import io.asyncflow.catalog.text.Localized;

/** The value that a variant has for one of its product's options. */
public record SelectedOption(Localized<String> name, Localized<String> value) {}
