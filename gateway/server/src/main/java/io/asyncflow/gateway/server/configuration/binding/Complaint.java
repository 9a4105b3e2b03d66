package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a record says when it refuses its values: a sentence that starts with the component it is about. */
final class Complaint {

    private Complaint() {}

    /** The setting that the sentence starts with, or null. */
    static @Nullable Setting about(IllegalArgumentException refused, Section section) {
        String text = text(refused);
        return section.settings().stream()
                .filter(setting -> startsWith(text, setting))
                .max(Comparator.comparingInt(setting -> setting.name().length()))
                .orElse(null);
    }

    /** The sentence with the settings' whole paths and names, as they are written in the file. */
    static String text(IllegalArgumentException refused, Section section, @Nullable Setting about, Place place) {
        String text = text(refused);
        for (Setting setting : section.settings()) {
            text = text.replaceAll(
                    "\\b" + setting.component().getName() + "\\b", Matcher.quoteReplacement(setting.name()));
        }
        if (about == null) {
            return place + ": " + text;
        }
        return place.name(text).toString();
    }

    private static boolean startsWith(String text, Setting setting) {
        return Pattern.compile("(" + setting.name() + "|" + setting.component().getName() + ")\\b.*", Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private static String text(IllegalArgumentException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "it is refused");
    }
}
