package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.picture.Shape;
import io.asyncflow.catalog.text.Localized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections that are no category, text pages, menus. */
record Content(List<Selection> collections, List<Text> pages, Map<String, List<Link>> menus) {

    /**
     * A collection of named products, of those with a fact, or of those that cost less than they used to.
     *
     * @param colour what its picture is painted in
     */
    record Selection(
            String handle,
            Localized<String> title,
            Localized<String> description,
            Shape shape,
            String colour,
            @Nullable List<String> products,
            @Nullable Map<String, String> fact,
            boolean reduced) {

        boolean has(String handle, Category.Item item) {
            if (products != null) {
                return products.contains(handle);
            }
            return reduced
                    ? item.was() != null
                    : fact != null && item.facts().entrySet().containsAll(fact.entrySet());
        }
    }

    record Text(String handle, Localized<String> title, Localized<String> body) {}

    record Link(
            Localized<String> title, String url, @Nullable List<Link> items) {}
}
