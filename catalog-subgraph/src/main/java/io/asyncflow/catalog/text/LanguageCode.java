package io.asyncflow.catalog.text;

import java.util.Locale;

/** A language that the shop speaks. */
public enum LanguageCode {
    EN,
    KO;

    /** What the names of its columns end in. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
