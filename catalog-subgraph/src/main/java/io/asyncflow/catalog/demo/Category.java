package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.picture.Shape;
import io.asyncflow.catalog.text.Localized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category's file.
 *
 * @param code what its SKUs start with
 * @param step what each further value of an option other than colour adds to the price, in won
 * @param care sentences that are true of every product of the category
 */
record Category(
        String handle,
        String code,
        Shape shape,
        Localized<String> title,
        Localized<String> description,
        Localized<String> type,
        List<String> vendors,
        List<Localized<String>> tags,
        long step,
        List<Localized<String>> care,
        List<Item> products) {

    /**
     * A product as its category's file describes it.
     *
     * @param facts keys of the vocabulary, numbers with their unit, or pairs of English and Korean
     * @param options what there is to choose from, in the same three ways
     * @param price of the first variant, in won
     * @param was what it used to cost
     */
    record Item(
            Localized<String> title,
            Localized<String> lead,
            Map<String, Object> facts,
            @Nullable Map<String, List<Object>> options,
            long price,
            @Nullable Long was,
            int grams,
            boolean soldOut) {

        Map<String, List<Object>> choices() {
            return options == null ? Map.of() : options;
        }
    }
}
