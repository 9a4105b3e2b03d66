package io.asyncflow.ai.similarity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Terms, and how often each occurs. */
final class Bag {

    private final Map<String, Float> counts = new LinkedHashMap<>();

    void add(String term, float times) {
        counts.merge(term, times, Float::sum);
    }

    int size() {
        return counts.size();
    }

    void forEach(BiConsumer<String, Float> visitor) {
        counts.forEach(visitor);
    }
}
