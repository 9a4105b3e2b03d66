package io.asyncflow.ai.similarity;

import java.util.Locale;

/** Something that can be said of a product in a word or two. */
record Fact(Kind kind, String label) {

    /** In the order in which a person wants to hear them. */
    enum Kind {
        ATTRIBUTE,
        USE,
        TAG,
        TYPE,
        COLLECTION,
        VENDOR
    }

    static Fact attribute(Kind kind, String name, String value) {
        return new Fact(kind, contains(value, name) ? value : name.toLowerCase(Locale.ROOT) + " " + value);
    }

    /** The same fact may be written in several ways. */
    String key() {
        return kind + ":" + label.toLowerCase(Locale.ROOT);
    }

    /** Whether one of the two only repeats the other. */
    boolean overlaps(Fact other) {
        return contains(label, other.label) || contains(other.label, label);
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
