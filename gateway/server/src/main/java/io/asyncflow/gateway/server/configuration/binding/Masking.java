package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.settings.HttpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hides what is secret, and leaves how much of it there is and what it is called. */
final class Masking {

    private Masking() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String _ -> ConfigurationPrinter.MASK;
            case List<?> items -> items.stream().map(Masking::of).toList();
            case Map<?, ?> entries -> entries(entries);
            default -> throw new IllegalStateException("a secret must be text, or lists or maps of it");
        };
    }

    /** An address without its query, which can hold a secret; any other text as it is. */
    static String inAddress(String text) {
        int query = HttpAddress.is(text) ? text.indexOf('?') : -1;
        return query < 0 ? text : text.substring(0, query + 1) + ConfigurationPrinter.MASK;
    }

    private static Map<Object, @Nullable Object> entries(Map<?, ?> entries) {
        var masked = new LinkedHashMap<Object, @Nullable Object>();
        entries.forEach((name, value) -> masked.put(name, of(value)));
        return masked;
    }
}
