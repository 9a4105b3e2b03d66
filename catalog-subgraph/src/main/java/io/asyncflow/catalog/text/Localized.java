package io.asyncflow.catalog.text;

/** The same in each language of the shop. */
public record Localized<T>(T en, T ko) {

    public T in(LanguageCode language) {
        return switch (language) {
            case EN -> en;
            case KO -> ko;
        };
    }
}
