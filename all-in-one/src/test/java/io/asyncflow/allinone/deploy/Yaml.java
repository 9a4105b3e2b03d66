package io.asyncflow.allinone.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reading a YAML document without casts all over. What is absent is empty. */
final class Yaml {

    private Yaml() {}

    static Map<String, Object> parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return map(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text));
    }

    static Map<String, Object> map(@Nullable Object node) {
        var entries = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(String.valueOf(key), Objects.requireNonNullElse(value, "")));
        }
        return entries;
    }

    static Map<String, String> texts(@Nullable Object node) {
        var entries = new LinkedHashMap<String, String>();
        map(node).forEach((key, value) -> entries.put(key, String.valueOf(value)));
        return entries;
    }

    /** A list, or the one text that YAML allows in its place. */
    static List<String> list(@Nullable Object node) {
        return switch (node) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(node));
        };
    }
}
