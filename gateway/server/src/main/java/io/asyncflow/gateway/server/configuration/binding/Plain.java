package io.asyncflow.gateway.server.configuration.binding;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Values as JSON knows them: text, numbers, flags, and lists and maps of these. */
final class Plain {

    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Duration _, DataSize _, Enum<?> _ -> ScalarPrinter.print(value);
            case List<?> items -> items.stream().map(Plain::of).toList();
            case Map<?, ?> entries -> entries(entries);
            case Record section -> section(section);
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> entries(Map<?, ?> entries) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((name, value) -> plain.put(name.toString(), of(value)));
        return plain;
    }

    private static Map<String, @Nullable Object> section(Record section) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        for (Setting setting : ShapeReader.section(section.getClass()).settings()) {
            Object value = setting.valueIn(section);
            if (setting.inline() && value instanceof Record inner) {
                plain.putAll(section(inner));
            } else {
                plain.put(setting.name(), of(value));
            }
        }
        return plain;
    }
}
