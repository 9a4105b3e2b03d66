package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @fromContext(field: "$user { id }")} reads.
 *
 * @param context the context's name, or null where the text names none
 * @param selection what is selected from it, or null where nothing is
 */
public record ContextField(
        String text, @Nullable String context, @Nullable String selection) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public static ContextField of(Directive directive) {
        if (!(directive.argument("field") instanceof StringValue(String text))) {
            return new ContextField("", null, null);
        }
        int dollar = skipIgnored(text, 0);
        if (dollar == text.length() || text.charAt(dollar) != '$') {
            return new ContextField(text, null, null);
        }
        Matcher name = NAME.matcher(text);
        int start = skipIgnored(text, dollar + 1);
        if (!name.find(start) || name.start() != start) {
            return new ContextField(text, null, null);
        }
        String rest = text.substring(name.end());
        return new ContextField(text, name.group(), rest.isEmpty() ? null : rest);
    }

    private static int skipIgnored(String text, int from) {
        int at = from;
        boolean comment = false;
        while (at < text.length()) {
            char next = text.charAt(at);
            comment = next == '#' || comment && next != '\n' && next != '\r';
            if (!comment && !Character.isWhitespace(next) && next != ',') {
                return at;
            }
            at++;
        }
        return at;
    }
}
