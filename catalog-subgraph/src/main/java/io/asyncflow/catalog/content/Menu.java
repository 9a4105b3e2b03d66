package io.asyncflow.catalog.content;

import io.asyncflow.catalog.text.Localized;
import java.util.List;

/** A list of links, some with links of their own below them. */
public record Menu(String handle, List<Item> items) {

    /** A link in a menu. */
    public record Item(Localized<String> title, String url, List<Item> items) {}
}
