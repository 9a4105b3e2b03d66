package io.asyncflow.order.pricing;

import io.asyncflow.support.errors.BadInput;
import java.util.Locale;
import java.util.Set;

/** Where something is delivered to, by its ISO 3166-1 code of two letters. */
public record Country(String code) {

    private static final Set<String> ALL = Set.of(Locale.getISOCountries());

    public static Country parse(String argument, String text) {
        if (!ALL.contains(text)) {
            throw new BadInput(argument, "must be the code of a country, two capital letters, such as KR");
        }
        return new Country(text);
    }

    @Override
    public String toString() {
        return code;
    }
}
