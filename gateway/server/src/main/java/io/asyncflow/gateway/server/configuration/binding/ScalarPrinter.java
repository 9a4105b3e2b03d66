package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.settings.Durations;
import io.asyncflow.gateway.server.settings.Sizes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** Prints single values so that YAML reads them as the same again. */
final class ScalarPrinter {

    /** Starts with a letter or a slash, and means nothing else to YAML. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./@-]*(:[A-Za-z0-9_./@-]+)*");

    /** What YAML 1.1, 1.2 or JSON would not take for text. */
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|nan|inf");

    private ScalarPrinter() {}

    static String print(Object value) {
        return switch (value) {
            case Duration duration -> Durations.print(duration);
            case DataSize size -> Sizes.print(size);
            case Enum<?> constant -> Shape.Choice.word(constant);
            case String text -> text(Masking.inAddress(text));
            default -> value.toString();
        };
    }

    static String text(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.replace("${", "$${").toCharArray()) {
            quoted.append(
                    switch (c) {
                        case '"' -> "\\\"";
                        case '\\' -> "\\\\";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> c < ' ' || c == 0x7F ? String.format("\\x%02x", (int) c) : String.valueOf(c);
                    });
        }
        return quoted.append('"').toString();
    }
}
