package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.demo.Category.Item;
import io.asyncflow.catalog.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** What the demo shop says about a product. */
record DemoText(Vocabulary vocabulary, Category category, Item item) {

    Localized<String> description(String handle) {
        var care = category.care()
                .get(Derived.choice(handle + "/care", category.care().size()));
        Object material = item.facts().get("material");
        if (material == null) {
            return paragraphs(care.en(), care.ko());
        }
        var word = vocabulary.fact("material", material);
        return paragraphs(
                "Made of " + word.en().toLowerCase(Locale.ROOT) + ". " + care.en(),
                "소재는 " + word.ko() + "입니다. " + care.ko());
    }

    /** The category's tags, and those facts that people look for. */
    Localized<List<String>> tags() {
        List<Localized<String>> tags = new ArrayList<>(category.tags());
        item.facts().forEach((term, value) -> {
            if (vocabulary.term(vocabulary.facts(), term).tagged()) {
                var word = vocabulary.fact(term, value);
                tags.add(new Localized<>(word.en().toLowerCase(Locale.ROOT), word.ko()));
            }
        });
        return each(tags);
    }

    static Localized<List<String>> each(List<Localized<String>> words) {
        return new Localized<>(
                words.stream().map(Localized::en).toList(),
                words.stream().map(Localized::ko).toList());
    }

    private Localized<String> paragraphs(String en, String ko) {
        return new Localized<>(html(item.lead().en(), en), html(item.lead().ko(), ko));
    }

    private static String html(String first, String second) {
        return "<p>" + HtmlUtils.htmlEscape(first, "UTF-8") + "</p><p>" + HtmlUtils.htmlEscape(second, "UTF-8")
                + "</p>";
    }
}
