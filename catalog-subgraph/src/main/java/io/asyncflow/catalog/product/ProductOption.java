package io.asyncflow.catalog.product;

import io.asyncflow.catalog.text.Localized;
import java.util.List;

/** Something that the variants of a product differ in, and the values there are. */
public record ProductOption(String id, Localized<String> name, Localized<List<String>> values) {}
