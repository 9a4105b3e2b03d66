package io.asyncflow.catalog.product;

import io.asyncflow.catalog.price.ByCurrency;
import io.asyncflow.catalog.text.Localized;
import io.asyncflow.catalog.text.Seo;
import java.time.Instant;
import java.util.List;

/** Something that the shop sells, in one or several variants. */
public record Product(
        ProductId id,
        String handle,
        Localized<String> title,
        Localized<String> descriptionHtml,
        String vendor,
        Localized<String> productType,
        Localized<List<String>> tags,
        List<ProductOption> options,
        List<Attribute> attributes,
        Seo seo,
        boolean availableForSale,
        ByCurrency<ProductPriceRange> priceRange,
        ByCurrency<ProductPriceRange> compareAtPriceRange,
        Instant createdAt,
        Instant updatedAt,
        Instant publishedAt) {}
