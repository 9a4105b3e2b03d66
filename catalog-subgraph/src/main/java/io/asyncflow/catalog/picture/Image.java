package io.asyncflow.catalog.picture;

import io.asyncflow.catalog.text.Localized;

/**
 * A picture that the catalog serves.
 *
 * @param path where it stands below the catalog's own address
 */
public record Image(String path, Localized<String> altText, int width, int height) {}
