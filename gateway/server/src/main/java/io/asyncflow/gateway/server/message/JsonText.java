package io.asyncflow.gateway.server.message;

import io.asyncflow.gateway.executor.json.Json;
import java.util.Locale;

/** Text to JSON strings, and back. */
public final class JsonText {

    private JsonText() {}

    /** @param string a JSON string with its quotes, known to be well-formed */
    public static String decode(Json string) {
        String raw = string.toString();
        String text = raw.substring(1, raw.length() - 1);
        return text.indexOf('\\') < 0 ? text : unescape(text);
    }

    /** The text between quotes. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> append(out, (char) c));
        return out.append('"').toString();
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            if (text.charAt(i) == 'u') {
                out.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                i += 4;
            } else {
                out.append(unescaped(text.charAt(i)));
            }
        }
        return out.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    private static void append(StringBuilder out, char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c)) {
            // Surrogates too: alone they have no place in UTF-8.
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
