package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.text.Localized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that products are put together from. */
record Vocabulary(Map<String, Hue> colours, Map<String, Term> options, Map<String, Term> facts) {

    static final String COLOUR = "colour";

    /** A colour, and how the screen shows it. */
    record Hue(Localized<String> name, String hex) {}

    /**
     * Something that products have a value of.
     *
     * @param tagged whether the value is also a tag
     */
    record Term(Localized<String> name, @Nullable Map<String, Localized<String>> values, boolean tagged) {}

    Localized<String> option(String term, Object value) {
        if (term.equals(COLOUR)) {
            return hue(value).name();
        }
        return word(term, term(options, term), value);
    }

    Localized<String> fact(String term, Object value) {
        return word(term, term(facts, term), value);
    }

    Hue hue(Object key) {
        return known(colours.get(key.toString()), COLOUR, key);
    }

    Term term(Map<String, Term> terms, String term) {
        return known(terms.get(term), "the vocabulary", term);
    }

    /** A word of the term's; or a number with its unit, the same in both languages; or a pair of texts. */
    private static Localized<String> word(String name, Term term, Object value) {
        if (value instanceof List<?> pair) {
            return new Localized<>(pair.get(0).toString(), pair.get(1).toString());
        }
        String text = value.toString();
        Localized<String> word = term.values() == null ? null : term.values().get(text);
        if (word == null && Character.isDigit(text.charAt(0))) {
            return new Localized<>(text, text);
        }
        return known(word, name, value);
    }

    private static <T> T known(@Nullable T found, String where, Object value) {
        if (found == null) {
            throw new IllegalStateException("The demo data uses '" + value + "', which " + where + " does not know");
        }
        return found;
    }
}
