package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.demo.Category.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The combinations of a product's options, the first option changing slowest. */
final class Combinations {

    private Combinations() {}

    static List<Map<String, Object>> of(Item item) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (var option : item.choices().entrySet()) {
            combinations = extended(combinations, option.getKey(), option.getValue());
        }
        return combinations;
    }

    private static List<Map<String, Object>> extended(
            List<Map<String, Object>> combinations, String option, List<Object> values) {
        List<Map<String, Object>> longer = new ArrayList<>();
        for (var combination : combinations) {
            for (Object value : values) {
                Map<String, Object> next = new LinkedHashMap<>(combination);
                next.put(option, value);
                longer.add(next);
            }
        }
        return longer;
    }
}
