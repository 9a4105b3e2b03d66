package io.asyncflow.catalog.collection;

import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.text.Localized;
import io.asyncflow.catalog.text.Seo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Products that the shop shows together. */
public record Collection(
        CollectionId id,
        String handle,
        Localized<String> title,
        Localized<String> description,
        Seo seo,
        @Nullable Image image,
        Instant updatedAt) {}
