package io.asyncflow.order.pricing;

import io.asyncflow.support.money.CurrencyCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sale is taxed.
 *
 * @param included whether prices contain the tax, which then adds nothing
 */
public record TaxRule(Rate rate, boolean included) {

    private static final TaxRule KOREAN = new TaxRule(new Rate(1000), true);
    private static final TaxRule NONE = new TaxRule(new Rate(0), false);

    /** In hundredths of a percent; where the shop is not registered it adds nothing, and customs may. */
    private static final Map<String, Integer> RATES = Map.ofEntries(
            Map.entry("KR", 1000),
            Map.entry("JP", 1000),
            Map.entry("AT", 2000),
            Map.entry("BE", 2100),
            Map.entry("DE", 1900),
            Map.entry("DK", 2500),
            Map.entry("ES", 2100),
            Map.entry("FI", 2550),
            Map.entry("FR", 2000),
            Map.entry("IE", 2300),
            Map.entry("IT", 2200),
            Map.entry("LU", 1700),
            Map.entry("NL", 2100),
            Map.entry("PL", 2300),
            Map.entry("PT", 2300),
            Map.entry("SE", 2500));

    /** Prices in won contain the tax; to others it is added, as soon as it is known where to. */
    public static @Nullable TaxRule of(CurrencyCode currency, @Nullable Country destination) {
        if (currency == CurrencyCode.KRW) {
            return KOREAN;
        }
        return destination == null ? null : added(destination);
    }

    private static TaxRule added(Country destination) {
        Integer rate = RATES.get(destination.code());
        return rate == null ? NONE : new TaxRule(new Rate(rate), false);
    }

    long on(long price) {
        return included ? rate.containedIn(price) : rate.of(price);
    }
}
