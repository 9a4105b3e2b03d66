package io.asyncflow.catalog.product;

import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.price.ByCurrency;
import io.asyncflow.catalog.text.Localized;
import io.asyncflow.support.money.Money;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing to buy: a product in one combination of its options. */
public record ProductVariant(
        VariantId id,
        ProductId productId,
        int position,
        String sku,
        @Nullable String barcode,
        List<SelectedOption> selectedOptions,
        @Nullable Image image,
        boolean availableForSale,
        boolean requiresShipping,
        @Nullable Integer weightGrams,
        ByCurrency<Money> price,
        ByCurrency<Money> compareAtPrice) {

    /** Storefronts know a product without options by this title. */
    private static final Localized<String> WITHOUT_OPTIONS = new Localized<>("Default Title", "기본");

    public Localized<String> title() {
        return selectedOptions.isEmpty()
                ? WITHOUT_OPTIONS
                : new Localized<>(joined(Localized::en), joined(Localized::ko));
    }

    private String joined(Function<Localized<String>, String> language) {
        return selectedOptions.stream()
                .map(option -> language.apply(option.value()))
                .collect(Collectors.joining(" / "));
    }
}
