package io.asyncflow.catalog.price;

import io.asyncflow.support.money.CurrencyCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A price, or a range of prices, in each currency that has one. */
public record ByCurrency<T>(Map<CurrencyCode, T> amounts) {

    public ByCurrency {
        amounts = Map.copyOf(amounts);
    }

    /** Made of what the database holds per currency; what the mapping answers null for is left out. */
    public static <S, T> ByCurrency<T> of(
            Map<CurrencyCode, S> source, BiFunction<CurrencyCode, S, @Nullable T> mapping) {
        var amounts = new EnumMap<CurrencyCode, T>(CurrencyCode.class);
        source.forEach((currency, value) -> {
            T mapped = mapping.apply(currency, value);
            if (mapped != null) {
                amounts.put(currency, mapped);
            }
        });
        return new ByCurrency<>(amounts);
    }

    public @Nullable T in(CurrencyCode currency) {
        return amounts.get(currency);
    }
}
