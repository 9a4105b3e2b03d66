package io.asyncflow.catalog.rows;

import io.asyncflow.support.errors.Texts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a search text, as {@code ilike} patterns that find them anywhere. */
public record Words(List<String> patterns) {

    private static final int LONGEST_QUERY = 200;

    public Words {
        patterns = List.copyOf(patterns);
    }

    public static Words of(@Nullable String query) {
        String text = query == null ? "" : Texts.optional("query", query, LONGEST_QUERY);
        return new Words(Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .distinct()
                .toList());
    }

    public boolean none() {
        return patterns.isEmpty();
    }

    public String[] array() {
        return patterns.toArray(String[]::new);
    }
}
