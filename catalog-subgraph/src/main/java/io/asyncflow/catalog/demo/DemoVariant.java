package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.product.SelectedOption;
import io.asyncflow.support.money.CurrencyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One variant of a demo product, and the rows that it is made of. */
record DemoVariant(DemoProduct product, int index, Map<String, Object> choice) {

    private static final List<CurrencyCode> CURRENCIES = List.of(CurrencyCode.KRW, CurrencyCode.USD);
    /** One variant in so many is out of stock. */
    private static final int UNAVAILABLE = 9;

    void addTo(Tables tables) {
        String sku = sku();
        UUID id = product.id("variant/" + sku);
        tables.add("product_variant")
                .with("id", id)
                .with("product_id", product.id())
                .with("position", index + 1)
                .with("sku", sku)
                .with("barcode", Derived.barcode(sku))
                .with("selected_options", selected())
                .with("image_id", product.imageId(colour()))
                .with("available", available(sku))
                .with("requires_shipping", true)
                .with("weight_grams", product.item().grams());
        var pricing = new Pricing(product.category(), product.item());
        for (CurrencyCode currency : CURRENCIES) {
            tables.add("variant_price")
                    .with("variant_id", id)
                    .with("currency", currency)
                    .with("amount", pricing.price(currency, choice))
                    .with("compare_at", pricing.compareAt(currency, choice));
        }
    }

    /** The first of a product that is not sold out is always there. */
    private boolean available(String sku) {
        return !product.item().soldOut() && (index == 0 || Derived.choice(sku, UNAVAILABLE) > 0);
    }

    private List<SelectedOption> selected() {
        var vocabulary = product.vocabulary();
        List<SelectedOption> selected = new ArrayList<>();
        choice.forEach((term, value) -> selected.add(new SelectedOption(
                vocabulary.term(vocabulary.options(), term).name(), vocabulary.option(term, value))));
        return selected;
    }

    private String colour() {
        return choice.getOrDefault(Vocabulary.COLOUR, product.colours().getFirst())
                .toString();
    }

    private String sku() {
        var sku = new StringBuilder("%s-%03d".formatted(product.category().code(), product.number()));
        choice.forEach((term, value) -> sku.append('-').append(code(term, value)));
        return sku.toString();
    }

    private String code(String term, Object value) {
        String word = product.vocabulary().option(term, value).en();
        return word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9.]+", "");
    }
}
