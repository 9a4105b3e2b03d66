package io.asyncflow.ai.catalog;

import io.asyncflow.support.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a product like others: our copy of what the catalogue says about it.
 *
 * @param collections the handles of the collections it is in
 * @param price of its cheapest variant; null when none has one
 */
public record ProductProfile(
        ProductId id,
        String handle,
        Bilingual title,
        Bilingual description,
        String vendor,
        String productType,
        List<String> tags,
        List<Attribute> attributes,
        List<String> collections,
        @Nullable Money price,
        boolean available) {

    /** A text in the shop's two languages. */
    public record Bilingual(String korean, String english) {}

    public record Attribute(String name, String value) {}

    public ProductProfile {
        tags = List.copyOf(tags);
        attributes = List.copyOf(attributes);
        collections = List.copyOf(collections);
    }
}
