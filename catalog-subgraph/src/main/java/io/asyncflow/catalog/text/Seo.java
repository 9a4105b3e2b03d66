package io.asyncflow.catalog.text;

import org.jspecify.annotations.Nullable;

/** How search engines should present something; null leaves it to the thing's own title or description. */
public record Seo(
        @Nullable Localized<String> title, @Nullable Localized<String> description) {}
