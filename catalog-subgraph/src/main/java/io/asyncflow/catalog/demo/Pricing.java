package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.demo.Category.Item;
import io.asyncflow.support.money.CurrencyCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the variants of a product cost, in minor units. */
record Pricing(Category category, Item item) {

    private static final double WON_PER_DOLLAR = 1350;

    long price(CurrencyCode currency, Map<String, Object> choice) {
        return in(currency, item.price() + surcharge(choice));
    }

    @Nullable
    Long compareAt(CurrencyCode currency, Map<String, Object> choice) {
        return item.was() == null ? null : in(currency, item.was() + surcharge(choice));
    }

    /** Larger and longer cost more; another colour does not. */
    private long surcharge(Map<String, Object> choice) {
        long steps = 0;
        for (var option : item.choices().entrySet()) {
            if (!option.getKey().equals(Vocabulary.COLOUR)) {
                steps += option.getValue().indexOf(choice.get(option.getKey()));
            }
        }
        return steps * category.step();
    }

    private static long in(CurrencyCode currency, long won) {
        return switch (currency) {
            case KRW -> won;
            // A dollar price ends in .90, as shops like it.
            case USD -> Math.max(1, Math.round(won / WON_PER_DOLLAR)) * 100 - 10;
            case JPY, EUR -> throw new IllegalArgumentException("The demo shop does not sell in " + currency);
        };
    }
}
