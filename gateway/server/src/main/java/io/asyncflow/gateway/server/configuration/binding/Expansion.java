package io.asyncflow.gateway.server.configuration.binding;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts variables of the environment into texts: {@code ${env.NAME}} and {@code ${env.NAME:-default}}. */
final class Expansion {

    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(})?");
    private static final Pattern VARIABLE =
            Pattern.compile("env\\.([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

    private final Function<String, @Nullable String> environment;

    Expansion(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    static boolean isIn(String text) {
        return text.contains("${");
    }

    /** The text with its variables; an {@link IllegalArgumentException} says which is missing. */
    String expand(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(replacement(place)));
    }

    private String replacement(MatchResult place) {
        String inside = place.group(1);
        if (inside == null) {
            return "${";
        }
        Matcher variable = VARIABLE.matcher(inside);
        if (place.group(2) == null || !variable.matches()) {
            throw new IllegalArgumentException("has '" + place.group() + "' in it, which means nothing: write"
                    + " ${env.NAME} or ${env.NAME:-default} for a variable, and $${ for the characters themselves");
        }
        return value(variable.group(1), variable.group(2));
    }

    private String value(String name, @Nullable String instead) {
        String value = environment.apply(name);
        if (value != null && (instead == null || !value.isEmpty())) {
            return value;
        }
        if (instead == null) {
            throw new IllegalArgumentException("needs the variable " + name
                    + " of the environment, which is not set; ${env." + name + ":-default} would give it a default");
        }
        return instead;
    }
}
