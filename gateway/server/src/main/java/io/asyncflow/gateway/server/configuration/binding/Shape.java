package io.asyncflow.gateway.server.configuration.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be written for a setting. */
sealed interface Shape permits Scalar, Shape.Choice, Shape.Items, Shape.Entries, Shape.Section {

    /** One of a few words: the constants of an enum in lower case. */
    record Choice(Map<String, Enum<?>> constants) implements Shape {

        static Choice of(Class<?> type) {
            var constants = new LinkedHashMap<String, Enum<?>>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(word((Enum<?>) constant), (Enum<?>) constant);
            }
            return new Choice(constants);
        }

        static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }

        Set<String> words() {
            return constants.keySet();
        }
    }

    /** A list. */
    record Items(Shape item) implements Shape {}

    /** A map, whose names whoever writes it chooses. */
    record Entries(Shape value) implements Shape {}

    /**
     * A map whose names are known: a record.
     *
     * @param defaults what the record calls {@code DEFAULT}, or null where it has none
     */
    record Section(
            Class<? extends Record> type,
            String description,
            List<Setting> settings,
            @Nullable Record defaults) implements Shape {

        List<String> names() {
            return settings.stream()
                    .flatMap(setting -> setting.inline() && setting.shape() instanceof Section inner
                            ? inner.names().stream()
                            : Stream.of(setting.name()))
                    .toList();
        }
    }
}
