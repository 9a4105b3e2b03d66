package io.asyncflow.gateway.server.configuration.binding;

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

    private static Map<Object, @Nullable Object> entries(Map<?, ?> entries) {
        var masked = new LinkedHashMap<Object, @Nullable Object>();
        entries.forEach((name, value) -> masked.put(name, of(value)));
        return masked;
    }
}
